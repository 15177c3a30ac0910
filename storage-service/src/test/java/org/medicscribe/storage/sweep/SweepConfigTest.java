package org.medicscribe.storage.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.storage.testing.Mapping;

class SweepConfigTest {

  @Test
  void shouldHaveDefaults() {
    // When
    AbandonedSweep.Config config = Mapping.of(AbandonedSweep.Config.class, Map.of());

    // Then
    assertThat(config.abandonedAfter()).isEqualTo(Duration.ofHours(1));
    assertThat(config.every()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void shouldReadEverySetting() {
    // When
    AbandonedSweep.Config config =
        Mapping.of(
            AbandonedSweep.Config.class,
            Map.of(
                "medic-scribe.sweep.abandoned-after", "2h",
                "medic-scribe.sweep.every", "3s"));

    // Then
    assertThat(config.abandonedAfter()).isEqualTo(Duration.ofHours(2));
    assertThat(config.every()).isEqualTo(Duration.ofSeconds(3));
  }
}
