package org.medicscribe.gateway.updates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.gateway.surroundings.Configs;

class UpdatesConfigTest {

  @Test
  void shouldLookForNewPartitionsOnceAMinute() {
    // When
    UpdatesConfig config = Configs.read(UpdatesConfig.class, Map.of());

    // Then
    assertThat(config.poll()).isEqualTo(Duration.ofMillis(250));
    assertThat(config.metadataTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.lookForPartitions()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.retryPause()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void shouldReadEverySetting() {
    // When
    UpdatesConfig config =
        Configs.read(
            UpdatesConfig.class,
            Map.of(
                "gateway.updates.poll", "1ms",
                "gateway.updates.metadata-timeout", "2ms",
                "gateway.updates.look-for-partitions", "3ms",
                "gateway.updates.retry-pause", "4ms"));

    // Then
    assertThat(config.poll()).isEqualTo(Duration.ofMillis(1));
    assertThat(config.metadataTimeout()).isEqualTo(Duration.ofMillis(2));
    assertThat(config.lookForPartitions()).isEqualTo(Duration.ofMillis(3));
    assertThat(config.retryPause()).isEqualTo(Duration.ofMillis(4));
  }
}
