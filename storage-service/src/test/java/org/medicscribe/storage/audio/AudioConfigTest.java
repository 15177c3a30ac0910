package org.medicscribe.storage.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.storage.testing.Mapping;

class AudioConfigTest {

  @Test
  void shouldHaveDefaults() {
    // When
    AudioConfig config = Mapping.of(AudioConfig.class, Map.of());

    // Then
    assertThat(config.window()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.patience()).isEqualTo(Duration.ofSeconds(15));
    assertThat(config.memoryBytes()).isEqualTo(64L * 1024 * 1024);
  }

  @Test
  void shouldReadEverySetting() {
    // When
    AudioConfig config =
        Mapping.of(
            AudioConfig.class,
            Map.of(
                "medic-scribe.audio.window", "1s",
                "medic-scribe.audio.patience", "2s",
                "medic-scribe.audio.memory-bytes", "3"));

    // Then
    assertThat(config.window()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.patience()).isEqualTo(Duration.ofSeconds(2));
    assertThat(config.memoryBytes()).isEqualTo(3);
  }
}
