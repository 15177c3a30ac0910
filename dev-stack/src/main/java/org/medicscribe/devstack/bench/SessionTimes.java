package org.medicscribe.devstack.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * When the frames of one ruler session left and came back as acknowledgements and words, on the
 * machine's monotonic clock.
 */
final class SessionTimes {

  private final int session;
  private final int frameSamples;
  private final long[] sent;
  private final long[] acknowledged;
  private final Map<Long, Long> told = new TreeMap<>();
  private int sentFrames;
  private int acknowledgedFrames;

  SessionTimes(int session, int frames, int frameSamples) {
    this.session = session;
    this.frameSamples = frameSamples;
    this.sent = new long[frames];
    this.acknowledged = new long[frames];
  }

  int session() {
    return session;
  }

  void sent(long nanos) {
    sent[sentFrames++] = nanos;
  }

  void acknowledged(long through, long nanos) {
    while (acknowledgedFrames < sentFrames && endOf(acknowledgedFrames) <= through) {
      acknowledged[acknowledgedFrames++] = nanos;
    }
  }

  /** A final result up to this ruler word is on the socket. */
  void told(long lastWord, long nanos) {
    told.putIfAbsent(lastWord, nanos);
  }

  boolean isComplete() {
    return acknowledgedFrames == sent.length;
  }

  LongStream acknowledgements() {
    return LongStream.range(0, acknowledgedFrames)
        .map(frame -> acknowledged[(int) frame] - sent[(int) frame]);
  }

  /** From a frame's departure until the provider had all of it. */
  LongStream up(ProviderTimes provider) {
    return LongStream.range(0, sentFrames)
        .filter(frame -> provider.arrival(endOf((int) frame)).isPresent())
        .map(frame -> provider.arrival(endOf((int) frame)).getAsLong() - sent[(int) frame]);
  }

  /** From the provider's final result until it was on the socket. */
  LongStream down(ProviderTimes provider) {
    return told.entrySet().stream()
        .filter(word -> provider.result(word.getKey()).isPresent())
        .mapToLong(word -> word.getValue() - provider.result(word.getKey()).getAsLong());
  }

  private long endOf(int frame) {
    return (frame + 1L) * frameSamples;
  }
}
