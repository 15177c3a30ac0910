package org.medicscribe.storage.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.storage.testing.Mapping;

class IntakeConfigTest {

  @Test
  void shouldHaveDefaults() {
    // When
    IntakeConfig config = Mapping.of(IntakeConfig.class, Map.of());

    // Then
    assertThat(config.workers()).isEqualTo(4);
  }

  @Test
  void shouldReadEverySetting() {
    // When
    IntakeConfig config =
        Mapping.of(IntakeConfig.class, Map.of("medic-scribe.intake.workers", "9"));

    // Then
    assertThat(config.workers()).isEqualTo(9);
  }
}
