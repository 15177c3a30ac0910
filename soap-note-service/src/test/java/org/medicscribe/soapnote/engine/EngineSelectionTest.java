package org.medicscribe.soapnote.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfig;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medicscribe.soapnote.drafting.openai.OpenAiConfig;
import org.medicscribe.soapnote.testing.Mapping;

/** Which drafter serves under every choice, with and without a key and an address. */
class EngineSelectionTest {

  private static final String ADDRESS = "http://127.0.0.1:11434/v1";

  @ParameterizedTest
  @CsvSource({
    "auto, , , embedded",
    "auto, '', '', embedded",
    "auto, ' ', , embedded",
    "auto, a-key, , openai",
    "auto, , " + ADDRESS + ", openai",
    "auto, a-key, " + ADDRESS + ", openai",
    "openai, a-key, , openai",
    "openai, , " + ADDRESS + ", openai",
    "embedded, a-key, " + ADDRESS + ", embedded",
    "embedded, , , embedded"
  })
  void shouldServeByTheNameThatIsChosen(
      String engine, @Nullable String key, @Nullable String address, String serving) {
    assertThat(served(engine, key, address)).isEqualTo(serving);
  }

  @Test
  void shouldNotStartWithAProviderThatCannotBeAsked() {
    assertThatThrownBy(() -> served("openai", null, null))
        .hasMessageContaining("neither OPENAI_API_KEY nor OPENAI_BASE_URL is set");
  }

  @Test
  void shouldNotStartWithAnEngineThatNobodyKnows() {
    assertThatThrownBy(() -> served("claude", "a-key", null))
        .hasMessageContaining("note.engine")
        .hasMessageContaining("allowed values");
  }

  private static String served(String engine, @Nullable String key, @Nullable String address) {
    Map<String, String> settings = new HashMap<>(Map.of("note.engine", engine));
    if (key != null) {
      settings.put("note.openai.api-key", key);
    }
    if (address != null) {
      settings.put("note.openai.base-url", address);
    }
    SmallRyeConfig config = Mapping.all(settings, EngineConfig.class, OpenAiConfig.class);
    return EngineSelection.choose(
        config.getConfigMapping(EngineConfig.class).engine(),
        config.getConfigMapping(OpenAiConfig.class).isConfigured(),
        () -> "openai",
        () -> "embedded");
  }
}
