package org.medicscribe.gateway.audio;

import java.time.Duration;

/**
 * How long frames wait for others to share a request with: not at all while few come, since there
 * is nobody to wait for, and longer the more of them come. Follows what came in the last tenth of a
 * second. Not thread-safe.
 */
final class GatheringPace {

  /** A request to the broker for about every so many frames. */
  private static final long FRAMES_PER_MILLI_AND_SECOND = 150;

  private static final long STRETCH = Duration.ofMillis(100).toNanos();
  private static final long STRETCHES_PER_SECOND = Duration.ofSeconds(1).toNanos() / STRETCH;

  private final long longestMillis;
  private long stretchBegan;
  private long frames;
  private long framesBefore;

  GatheringPace(Duration longest, long now) {
    this.longestMillis = longest.toMillis();
    this.stretchBegan = now;
  }

  /** A frame has come; the answer is how long it, if it is the first to wait, is to wait. */
  Duration frameAt(long now) {
    if (now - stretchBegan >= STRETCH) {
      framesBefore = now - stretchBegan < 2 * STRETCH ? frames : 0;
      frames = 0;
      stretchBegan = now;
    }
    frames++;
    long perSecond = Math.max(frames, framesBefore) * STRETCHES_PER_SECOND;
    return Duration.ofMillis(Math.min(longestMillis, perSecond / FRAMES_PER_MILLI_AND_SECOND));
  }
}
