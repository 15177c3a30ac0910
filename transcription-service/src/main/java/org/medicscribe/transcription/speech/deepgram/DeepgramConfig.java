package org.medicscribe.transcription.speech.deepgram;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where Deepgram is and how it is used. */
@ConfigMapping(prefix = "deepgram")
public interface DeepgramConfig {

  /** Without one Deepgram cannot serve. */
  Optional<String> apiKey();

  /** The account's region decides; {@code wss://api.eu.deepgram.com} keeps audio in Europe. */
  @WithDefault("wss://api.deepgram.com")
  URI url();

  @WithDefault("nova-3-medical")
  String model();

  /** Streams at once in this process; small plans allow 50 over all processes. */
  @WithDefault("50")
  int maxStreams();

  @WithDefault("10s")
  Duration connectTimeout();

  /** Without audio the provider wants to hear from us every 3 to 5 seconds, or closes after 10. */
  @WithDefault("4s")
  Duration keepAlive();

  /** Audio goes out and nothing comes back for this long: the stream is dead. */
  @WithDefault("20s")
  Duration answerTimeout();

  /** How long the last results may take after {@code CloseStream}. */
  @WithDefault("20s")
  Duration finishTimeout();

  /** How fast a backlog is replayed: the provider allows 1.25 times real time, as it counts. */
  @WithDefault("1.2")
  double pace();

  /** Audio that may go out at once before the pace counts: the jitter of a live recording. */
  @WithDefault("500ms")
  Duration burst();

  /** Whether there is a key. */
  default boolean isConfigured() {
    return apiKey().filter(key -> !key.isBlank()).isPresent();
  }
}
