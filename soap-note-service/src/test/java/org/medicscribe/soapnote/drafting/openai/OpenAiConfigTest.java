package org.medicscribe.soapnote.drafting.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.soapnote.testing.Mapping;

class OpenAiConfigTest {

  @Test
  void shouldLeaveTheEmbeddedDrafterInPlaceWhenNothingIsSet() {
    // When
    OpenAiConfig config = Mapping.of(OpenAiConfig.class, Map.of());

    // Then
    assertThat(config.isConfigured()).isFalse();
    assertThat(config.server()).isEqualTo("https://api.openai.com/v1");
    assertThat(config.model()).isEqualTo("gpt-4.1");
    assertThat(config.reasoningEffort()).isEmpty();
    assertThat(config.temperature()).isEmpty();
    assertThat(config.maxOutputTokens()).isEqualTo(8192);
    assertThat(config.firstTokenTimeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(config.overallTimeout()).isEqualTo(Duration.ofSeconds(180));
    assertThat(config.correctionTimeout()).isEqualTo(Duration.ofSeconds(45));
  }

  @Test
  void shouldTakeEveryKey() {
    // When
    OpenAiConfig config =
        Mapping.of(
            OpenAiConfig.class,
            Map.of(
                "note.openai.api-key", "sk-test",
                "note.openai.base-url", "http://127.0.0.1:11434/v1/",
                "note.openai.model", "llama",
                "note.openai.reasoning-effort", "low",
                "note.openai.temperature", "0.2",
                "note.openai.max-output-tokens", "100",
                "note.openai.first-token-timeout", "5s",
                "note.openai.overall-timeout", "9s",
                "note.openai.correction-timeout", "3s"));

    // Then
    assertThat(config.isConfigured()).isTrue();
    assertThat(config.apiKey()).contains("sk-test");
    assertThat(config.server()).isEqualTo("http://127.0.0.1:11434/v1");
    assertThat(config.model()).isEqualTo("llama");
    assertThat(config.reasoningEffort()).contains("low");
    assertThat(config.temperature()).hasValue(0.2);
    assertThat(config.maxOutputTokens()).isEqualTo(100);
    assertThat(config.firstTokenTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.overallTimeout()).isEqualTo(Duration.ofSeconds(9));
    assertThat(config.correctionTimeout()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void shouldServeAKeylessServerWhenOnlyItsAddressIsSet() {
    assertThat(
            Mapping.of(OpenAiConfig.class, Map.of("note.openai.base-url", "http://127.0.0.1:1/v1"))
                .isConfigured())
        .isTrue();
  }
}
