package org.medicscribe.soapnote.drafting.openai;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** How to reach a server that speaks chat completions. */
@ConfigMapping(prefix = "note.openai")
public interface OpenAiConfig {

  /** Where OpenAI itself answers. */
  URI OPENAI = URI.create("https://api.openai.com/v1");

  /** Absent: no key is sent, as local servers want it. */
  Optional<String> apiKey();

  /** Absent: OpenAI itself. */
  Optional<URI> baseUrl();

  @WithDefault("gpt-4.1")
  String model();

  /** Absent: not sent; models without reasoning refuse it. */
  Optional<String> reasoningEffort();

  /** Absent: not sent; models with reasoning refuse it. */
  OptionalDouble temperature();

  /**
   * The longest answer to ask for first; a cut answer is asked for once more, four times longer.
   */
  @WithDefault("8192")
  int maxOutputTokens();

  /** The longest silence of the server, before its first word and between any two. */
  @WithDefault("60s")
  Duration firstTokenTimeout();

  /** From the first byte sent to a whole draft, retries included. */
  @WithDefault("180s")
  Duration overallTimeout();

  /**
   * How long to wait for the statements that the review sent back; not asked for when less than
   * this is left of the overall timeout. Zero: nothing is sent back.
   */
  @WithDefault("45s")
  Duration correctionTimeout();

  /** Whether there is a server to ask: OpenAI with a key, or another one. */
  default boolean isConfigured() {
    return apiKey().filter(key -> !key.isBlank()).isPresent() || baseUrl().isPresent();
  }

  /** Without a slash at its end. */
  default String server() {
    return baseUrl().orElse(OPENAI).toString().replaceFirst("/+$", "");
  }
}
