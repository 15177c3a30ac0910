package org.medicscribe.storage.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.storage.testing.Mapping;

class OutboxConfigTest {

  @Test
  void shouldHaveDefaults() {
    // When
    OutboxConfig config = Mapping.of(OutboxConfig.class, Map.of());

    // Then
    assertThat(config.batch()).isEqualTo(100);
    assertThat(config.poll()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void shouldReadEverySetting() {
    // When
    OutboxConfig config =
        Mapping.of(
            OutboxConfig.class,
            Map.of(
                "medic-scribe.outbox.batch", "7",
                "medic-scribe.outbox.poll", "2s"));

    // Then
    assertThat(config.batch()).isEqualTo(7);
    assertThat(config.poll()).isEqualTo(Duration.ofSeconds(2));
  }
}
