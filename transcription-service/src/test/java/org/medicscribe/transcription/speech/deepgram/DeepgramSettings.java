package org.medicscribe.transcription.speech.deepgram;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A configuration with little patience. */
record DeepgramSettings(
    URI url, int maxStreams, Duration connectTimeout, Duration answerTimeout, Duration keepAlive)
    implements DeepgramConfig {

  static DeepgramSettings to(String url) {
    return new DeepgramSettings(
        URI.create(url), 10, Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(1));
  }

  DeepgramSettings withMaxStreams(int streams) {
    return new DeepgramSettings(url, streams, connectTimeout, answerTimeout, keepAlive);
  }

  @Override
  public Optional<String> apiKey() {
    return Optional.of("a-key-that-is-none");
  }

  @Override
  public String model() {
    return "nova-3-medical";
  }

  @Override
  public Duration finishTimeout() {
    return Duration.ofSeconds(5);
  }

  @Override
  public double pace() {
    return 1.2;
  }

  @Override
  public Duration burst() {
    return Duration.ofMillis(500);
  }
}
