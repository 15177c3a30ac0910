package org.medicscribe.devstack.load;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * When the frames of one ruler session were due, left, and came back as acknowledgements and words,
 * on the machine's monotonic clock. Not thread-safe.
 */
final class SessionTimes {

  private final int session;
  private final int frameSamples;
  private final long[] due;
  private final long[] sent;
  private final long[] acknowledged;
  private final Map<Long, Long> told = new TreeMap<>();
  private int sentFrames;
  private int acknowledgedFrames;

  SessionTimes(int session, int frames, int frameSamples) {
    this.session = session;
    this.frameSamples = frameSamples;
    this.due = new long[frames];
    this.sent = new long[frames];
    this.acknowledged = new long[frames];
  }

  int session() {
    return session;
  }

  /** The position of the next frame. */
  long position() {
    return (long) sentFrames * frameSamples;
  }

  /** Whether all frames have left. */
  boolean isOver() {
    return sentFrames == sent.length;
  }

  void sent(long dueNanos, long nanos) {
    due[sentFrames] = dueNanos;
    sent[sentFrames++] = nanos;
  }

  void acknowledged(long through, long nanos) {
    while (acknowledgedFrames < sentFrames && endOf(acknowledgedFrames) <= through) {
      acknowledged[acknowledgedFrames++] = nanos;
    }
  }

  /** A final result up to this ruler word has come. */
  void told(long lastWord, long nanos) {
    told.putIfAbsent(lastWord, nanos);
  }

  /** How long after its time each frame left: the load generator's own fault. */
  LongStream late(Window window) {
    return framesIn(window).mapToLong(frame -> sent[frame] - due[frame]);
  }

  LongStream acknowledgements(Window window) {
    return framesIn(window)
        .filter(frame -> frame < acknowledgedFrames)
        .mapToLong(frame -> acknowledged[frame] - sent[frame]);
  }

  /** From a frame's departure until the provider had all of it. */
  LongStream up(ProviderTimes provider, Window window) {
    return framesIn(window)
        .filter(frame -> provider.arrival(endOf(frame)).isPresent())
        .mapToLong(frame -> provider.arrival(endOf(frame)).getAsLong() - sent[frame]);
  }

  /** When the last frame left that took longer than {@code slowNanos}; 0 when none did. */
  long lastSlow(ProviderTimes provider, long slowNanos) {
    return IntStream.range(0, sentFrames)
        .filter(frame -> {
          OptionalLong arrival = provider.arrival(endOf(frame));
          return arrival.isEmpty() || arrival.getAsLong() - sent[frame] > slowNanos;
        })
        .mapToLong(frame -> sent[frame])
        .max()
        .orElse(0);
  }

  /** Frames that the provider never had. */
  long lost(ProviderTimes provider) {
    return IntStream.range(0, sentFrames)
        .filter(frame -> provider.arrival(endOf(frame)).isEmpty())
        .count();
  }

  /** From the provider's final result until it was here. */
  LongStream down(ProviderTimes provider, Window window) {
    return told.entrySet().stream()
        .filter(word -> provider.result(word.getKey()).isPresent())
        .filter(word -> window.holds(provider.result(word.getKey()).getAsLong()))
        .mapToLong(word -> word.getValue() - provider.result(word.getKey()).getAsLong());
  }

  private IntStream framesIn(Window window) {
    return IntStream.range(0, sentFrames).filter(frame -> window.holds(sent[frame]));
  }

  private long endOf(int frame) {
    return (frame + 1L) * frameSamples;
  }
}
