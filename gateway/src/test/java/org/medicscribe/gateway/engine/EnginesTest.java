package org.medicscribe.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.EngineName;
import org.medicscribe.gateway.surroundings.Configs;

class EnginesTest {

  private static Engines engines(Map<String, String> settings) {
    return new Engines(Configs.read(EnginesConfig.class, settings));
  }

  @Test
  void shouldServeEnglishByTheEmbeddedEnginesWithoutKeys() {
    // When
    Engines engines = engines(Map.of());

    // Then
    assertThat(engines.transcription()).isEqualTo(new EngineName("embedded moonshine-base", true));
    assertThat(engines.note()).isEqualTo(new EngineName("embedded drafter", true));
    assertThat(engines.languages()).containsExactly("en");
  }

  @Test
  void shouldServeByTheProvidersWhoseKeysAreThere() {
    // When
    Engines engines =
        engines(
            Map.of(
                "gateway.engines.transcription.provider-key", "a",
                "gateway.engines.transcription.model", "nova-4",
                "gateway.engines.note.provider-key", "b",
                "gateway.engines.note.model", "gpt-5"));

    // Then
    assertThat(engines.transcription()).isEqualTo(new EngineName("deepgram nova-4", false));
    assertThat(engines.note()).isEqualTo(new EngineName("openai gpt-5", false));
    assertThat(engines.languages()).containsExactly("en", "es", "multi");
  }

  @Test
  void shouldLetTheChoiceBeNamedWithoutTheKey() {
    // When
    Engines engines =
        engines(
            Map.of(
                "gateway.engines.transcription.engine", "provider",
                "gateway.engines.note.engine", "embedded",
                "gateway.engines.note.provider-key", "b"));

    // Then
    assertThat(engines.transcription().embedded()).isFalse();
    assertThat(engines.note().embedded()).isTrue();
  }
}
