package org.medicscribe.storage.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.storage.testing.Mapping;

class EncounterConfigTest {

  @Test
  void shouldHaveDefaults() {
    // When
    EncounterConfig config = Mapping.of(EncounterConfig.class, Map.of());

    // Then
    assertThat(config.silence()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void shouldReadEverySetting() {
    // When
    EncounterConfig config =
        Mapping.of(EncounterConfig.class, Map.of("medic-scribe.recorder.silence", "5s"));

    // Then
    assertThat(config.silence()).isEqualTo(Duration.ofSeconds(5));
  }
}
