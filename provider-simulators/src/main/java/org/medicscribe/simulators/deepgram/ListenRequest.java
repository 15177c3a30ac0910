package org.medicscribe.simulators.deepgram;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked of {@code /v1/listen}.
 *
 * @param sampleRate 0 when the audio brings its own header
 * @param endpointing null when it is off
 * @param utteranceEnd null when not asked for
 */
record ListenRequest(
    String model,
    int sampleRate,
    int channels,
    boolean multichannel,
    boolean interimResults,
    boolean punctuate,
    boolean diarize,
    boolean vadEvents,
    @Nullable Duration endpointing,
    @Nullable Duration utteranceEnd) {

  /** What became of a query. */
  sealed interface Parsed {}

  record Accepted(ListenRequest request) implements Parsed {}

  record Refused(String code, String message) implements Parsed {}

  /** Reads a query as the provider does; names it does not know are refused, so a slip shows. */
  static Parsed parse(Map<String, List<String>> query) {
    try {
      return new Accepted(new ListenQuery(query).read());
    } catch (ListenQuery.Refusal refusal) {
      return new Refused(refusal.code(), refusal.getMessage());
    }
  }
}
