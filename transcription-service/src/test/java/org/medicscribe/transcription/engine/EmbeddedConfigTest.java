package org.medicscribe.transcription.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.transcription.speech.embedded.EmbeddedSettings;

class EmbeddedConfigTest {

  @Test
  void shouldHaveDefaults() {
    assertThat(config(Map.of()).settings()).isEqualTo(EmbeddedSettings.defaults());
  }

  @Test
  void shouldReadEverySetting() {
    // When
    EmbeddedSettings settings = config(Map.of("embedded-speech.workers", "7")).settings();

    // Then
    assertThat(settings.workers()).isEqualTo(7);
    assertThat(settings.models()).isEqualTo(EmbeddedSettings.defaults().models());
  }

  private static EmbeddedConfig config(Map<String, String> keys) {
    return new SmallRyeConfigBuilder()
        .withMapping(EmbeddedConfig.class)
        .withSources(new PropertiesConfigSource(keys, "test", 1))
        .build()
        .getConfigMapping(EmbeddedConfig.class);
  }
}
