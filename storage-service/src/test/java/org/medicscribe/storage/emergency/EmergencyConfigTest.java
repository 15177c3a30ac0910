package org.medicscribe.storage.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.storage.testing.Mapping;

class EmergencyConfigTest {

  @Test
  void shouldHaveDefaults() {
    // When
    EmergencyConfig config = Mapping.of(EmergencyConfig.class, Map.of());

    // Then
    assertThat(config.openFor()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void shouldReadEverySetting() {
    // When
    EmergencyConfig config =
        Mapping.of(EmergencyConfig.class, Map.of("medic-scribe.emergency.open-for", "15m"));

    // Then
    assertThat(config.openFor()).isEqualTo(Duration.ofMinutes(15));
  }
}
