package org.medicscribe.storage.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.storage.testing.Mapping;

class ListeningConfigTest {

  @Test
  void shouldHaveDefaults() {
    // When
    ListeningConfig config = Mapping.of(ListeningConfig.class, Map.of());

    // Then
    assertThat(config.perUser()).isEqualTo(4);
    assertThat(config.patience()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.opening()).isEqualTo(4);
  }

  @Test
  void shouldReadEverySetting() {
    // When
    ListeningConfig config =
        Mapping.of(
            ListeningConfig.class,
            Map.of(
                "medic-scribe.listening.per-user", "1",
                "medic-scribe.listening.patience", "2s",
                "medic-scribe.listening.opening", "3"));

    // Then
    assertThat(config.perUser()).isEqualTo(1);
    assertThat(config.patience()).isEqualTo(Duration.ofSeconds(2));
    assertThat(config.opening()).isEqualTo(3);
  }
}
