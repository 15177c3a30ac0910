package org.medicscribe.simulators.deepgram;

/**
 * How fast audio comes: the provider takes at most 1.25 x real time.
 *
 * <p>{@link #ahead} is the most by which any stretch of the stream ran ahead of that line, so one
 * frame counts as its own length and a steady stream at or below the line stays near it.
 */
final class Pace {

  private static final double LIMIT = 1.25;

  /** A client may send what it gathered while it connected. */
  private static final double ALLOWED_AHEAD_SECONDS = 2;

  /** Audio may be held up on its way, here or at the client, and then comes at once. */
  private static final double HELD_UP_SECONDS = 5;

  private double level;
  private double highest;
  private long framesTooFast;
  private long lastNanos;
  private long firstNanos;
  private double seconds;

  /** Takes {@code audioSeconds} that came at {@code nanos}; tells whether they came too fast. */
  boolean isTooFast(double audioSeconds, long nanos) {
    if (seconds == 0) {
      firstNanos = nanos;
    } else {
      level = Math.max(-HELD_UP_SECONDS, level - LIMIT * (nanos - lastNanos) / 1e9);
    }
    lastNanos = nanos;
    seconds += audioSeconds;
    level += audioSeconds;
    highest = Math.max(highest, level);
    boolean tooFast = level > ALLOWED_AHEAD_SECONDS;
    framesTooFast += tooFast ? 1 : 0;
    return tooFast;
  }

  /** Seconds of audio. */
  double ahead() {
    return highest;
  }

  long framesTooFast() {
    return framesTooFast;
  }

  /** Audio per time from the first frame to the last; 1 is real time. */
  double average() {
    return lastNanos == firstNanos ? 0 : seconds * 1e9 / (lastNanos - firstNanos);
  }
}
