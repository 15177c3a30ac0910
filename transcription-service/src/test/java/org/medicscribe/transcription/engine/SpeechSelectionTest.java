package org.medicscribe.transcription.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medicscribe.transcription.speech.deepgram.DeepgramConfig;

/** Which recogniser serves under every choice, with and without a key. */
class SpeechSelectionTest {

  @ParameterizedTest
  @CsvSource({
    "auto, , embedded",
    "auto, '', embedded",
    "auto, ' ', embedded",
    "auto, a-key, deepgram",
    "deepgram, a-key, deepgram",
    "embedded, , embedded",
    "embedded, a-key, embedded"
  })
  void shouldServeByTheNameThatIsChosen(String engine, @Nullable String key, String serving) {
    assertThat(served(settings(engine, key))).isEqualTo(serving);
  }

  @Test
  void shouldGoByTheKeyWhenNothingIsChosen() {
    assertThat(served(Map.of("deepgram.api-key", "a-key"))).isEqualTo("deepgram");
    assertThat(served(Map.of())).isEqualTo("embedded");
  }

  @Test
  void shouldNotStartWithAProviderThatHasNoKey() {
    assertThatThrownBy(() -> served(settings("deepgram", null)))
        .hasMessageContaining("DEEPGRAM_API_KEY is not set");
  }

  @Test
  void shouldNotStartWithAnEngineThatNobodyKnows() {
    assertThatThrownBy(() -> served(settings("whisper", "a-key")))
        .hasMessageContaining("transcription.engine")
        .hasMessageContaining("allowed values");
  }

  private static Map<String, String> settings(String engine, @Nullable String key) {
    return key == null
        ? Map.of("transcription.engine", engine)
        : Map.of("transcription.engine", engine, "deepgram.api-key", key);
  }

  private static String served(Map<String, String> settings) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(SpeechConfig.class)
            .withMapping(DeepgramConfig.class)
            .withSources(new PropertiesConfigSource(settings, "test", 1))
            .build();
    return SpeechSelection.choose(
        config.getConfigMapping(SpeechConfig.class).engine(),
        config.getConfigMapping(DeepgramConfig.class).isConfigured(),
        () -> "deepgram",
        () -> "embedded");
  }
}
