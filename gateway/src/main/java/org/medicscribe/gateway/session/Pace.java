package org.medicscribe.gateway.session;

import java.time.InstantSource;

/**
 * How fast a recording may go on. What a recorder could say meanwhile, and a multiple of it, is let
 * through; what goes beyond waits, and with it the room that its acknowledgement would give. So a
 * recorder that keeps to its window needs to know nothing of it. Not thread-safe.
 */
final class Pace {

  private static final long MILLIS = 1_000;

  private final double samplesPerMilli;
  private final long ahead;
  private final InstantSource clock;
  private double free;
  private long since;

  /**
   * @param samplesPerSecond what may go on steadily
   * @param ahead samples that may go on at once after a while of less
   */
  Pace(double samplesPerSecond, long ahead, InstantSource clock) {
    this.samplesPerMilli = samplesPerSecond / MILLIS;
    this.ahead = ahead;
    this.clock = clock;
    this.free = ahead;
    this.since = clock.millis();
  }

  /** Whether so many samples may go on now; a debt is paid off before the next may. */
  boolean letsGo(long samples) {
    long now = clock.millis();
    free = Math.min(ahead, free + Math.max(0, now - since) * samplesPerMilli);
    since = now;
    if (free <= 0) {
      return false;
    }
    free -= samples;
    return true;
  }
}
