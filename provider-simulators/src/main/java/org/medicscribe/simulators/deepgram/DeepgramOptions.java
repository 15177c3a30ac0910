package org.medicscribe.simulators.deepgram;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the provider behaves when nothing is wrong.
 *
 * @param port 0 for any free one
 * @param apiKey the only key accepted; null accepts any
 * @param maxStreams more at a time are refused with 429
 * @param interimEvery audio between two interim results
 * @param finalAfter audio after which an open segment is made final at the next word's end
 * @param idleAfter silence on the wire after which the stream is ended with 1011
 * @param punishPace whether audio faster than the provider allows ends the stream
 * @param script what is heard in audio that is no ruler
 */
public record DeepgramOptions(
    String host,
    int port,
    @Nullable String apiKey,
    int maxStreams,
    Duration interimEvery,
    Duration finalAfter,
    Duration idleAfter,
    boolean punishPace,
    Script script) {

  /**
   * As the provider does it; every value but the segment's length is documented or was recorded.
   */
  public static DeepgramOptions defaults() {
    return new DeepgramOptions(
        "127.0.0.1",
        0,
        null,
        Integer.MAX_VALUE,
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        Duration.ofSeconds(10),
        false,
        Script.NONE);
  }

  public DeepgramOptions withPort(int value) {
    return new DeepgramOptions(
        host, value, apiKey, maxStreams, interimEvery, finalAfter, idleAfter, punishPace, script);
  }

  public DeepgramOptions withHost(String value) {
    return new DeepgramOptions(
        value, port, apiKey, maxStreams, interimEvery, finalAfter, idleAfter, punishPace, script);
  }

  public DeepgramOptions withApiKey(String value) {
    return new DeepgramOptions(
        host, port, value, maxStreams, interimEvery, finalAfter, idleAfter, punishPace, script);
  }

  public DeepgramOptions withMaxStreams(int value) {
    return new DeepgramOptions(
        host, port, apiKey, value, interimEvery, finalAfter, idleAfter, punishPace, script);
  }

  public DeepgramOptions withInterimEvery(Duration value) {
    return new DeepgramOptions(
        host, port, apiKey, maxStreams, value, finalAfter, idleAfter, punishPace, script);
  }

  public DeepgramOptions withFinalAfter(Duration value) {
    return new DeepgramOptions(
        host, port, apiKey, maxStreams, interimEvery, value, idleAfter, punishPace, script);
  }

  public DeepgramOptions withIdleAfter(Duration value) {
    return new DeepgramOptions(
        host, port, apiKey, maxStreams, interimEvery, finalAfter, value, punishPace, script);
  }

  public DeepgramOptions withPunishPace(boolean value) {
    return new DeepgramOptions(
        host, port, apiKey, maxStreams, interimEvery, finalAfter, idleAfter, value, script);
  }

  public DeepgramOptions withScript(Script value) {
    return new DeepgramOptions(
        host, port, apiKey, maxStreams, interimEvery, finalAfter, idleAfter, punishPace, value);
  }
}
