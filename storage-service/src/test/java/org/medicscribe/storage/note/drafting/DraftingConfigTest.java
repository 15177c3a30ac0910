package org.medicscribe.storage.note.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.storage.testing.Mapping;

class DraftingConfigTest {

  @Test
  void shouldHaveDefaults() {
    // When
    DraftingConfig config = Mapping.of(DraftingConfig.class, Map.of());

    // Then
    assertThat(config.perVisit()).isEqualTo(20);
    assertThat(config.perPerson()).isEqualTo(200);
    assertThat(config.patience()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void shouldReadEverySetting() {
    // When
    DraftingConfig config =
        Mapping.of(
            DraftingConfig.class,
            Map.of(
                "medic-scribe.drafting.per-visit", "1",
                "medic-scribe.drafting.per-person", "2",
                "medic-scribe.drafting.patience", "3s"));

    // Then
    assertThat(config.perVisit()).isEqualTo(1);
    assertThat(config.perPerson()).isEqualTo(2);
    assertThat(config.patience()).isEqualTo(Duration.ofSeconds(3));
  }
}
