package org.medicscribe.gateway.session;

import java.time.Duration;

/**
 * The bounds of one recording.
 *
 * @param window samples that may be unacknowledged at once; bounds the memory of a socket
 * @param minFrameSamples what a frame counts for at least, however little it holds: it bounds the
 *     frames at once, and how many may come in a while
 * @param maxFrameSamples samples in one frame
 * @param maxTotalSamples the longest recording
 * @param pace how many times faster than speech a recording may go on, steadily
 * @param idle how long a recorder may send nothing
 * @param paused how long a recorder may stay paused
 */
public record SessionLimits(
    long window,
    int minFrameSamples,
    int maxFrameSamples,
    long maxTotalSamples,
    double pace,
    Duration idle,
    Duration paused) {

  public SessionLimits {
    if (maxFrameSamples < 1 || window < maxFrameSamples || maxTotalSamples < window) {
      throw new IllegalArgumentException("a frame fits the window, the window fits the recording");
    }
    if (minFrameSamples < 1 || minFrameSamples > maxFrameSamples || !(pace >= 1)) {
      throw new IllegalArgumentException("the smallest frame fits the largest, at speech's pace");
    }
    if (!idle.isPositive() || !paused.isPositive()) {
      throw new IllegalArgumentException("an idle limit is positive");
    }
  }

  /** Frames in flight, however small they are. */
  int maxFrames() {
    return Math.toIntExact(window / minFrameSamples);
  }
}
