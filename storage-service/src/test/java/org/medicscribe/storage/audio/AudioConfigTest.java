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
    assertThat(config.group()).isEqualTo("storage-service-audio");
    assertThat(config.sessionTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.fetchWait()).isEqualTo(Duration.ofMillis(500));
    assertThat(config.commitEvery()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.window()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.patience()).isEqualTo(Duration.ofSeconds(15));
    assertThat(config.writers()).isEqualTo(8);
  }

  @Test
  void shouldReadEverySetting() {
    // When
    AudioConfig config =
        Mapping.of(
            AudioConfig.class,
            Map.of(
                "medic-scribe.audio.group", "a-group",
                "medic-scribe.audio.session-timeout", "6s",
                "medic-scribe.audio.fetch-wait", "5s",
                "medic-scribe.audio.commit-every", "4s",
                "medic-scribe.audio.window", "1s",
                "medic-scribe.audio.patience", "2s",
                "medic-scribe.audio.writers", "3"));

    // Then
    assertThat(config.window()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.patience()).isEqualTo(Duration.ofSeconds(2));
    assertThat(config.group()).isEqualTo("a-group");
    assertThat(config.sessionTimeout()).isEqualTo(Duration.ofSeconds(6));
    assertThat(config.fetchWait()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.commitEvery()).isEqualTo(Duration.ofSeconds(4));
    assertThat(config.writers()).isEqualTo(3);
  }
}
