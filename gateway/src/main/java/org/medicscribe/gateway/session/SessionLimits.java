package org.medicscribe.gateway.session;

import java.time.Duration;

/**
 * The bounds of one recording.
 *
 * @param window samples that may be unacknowledged at once; bounds the memory of a socket
 * @param maxFrameSamples samples in one frame
 * @param maxTotalSamples the longest recording
 * @param idle how long a recorder may send nothing
 * @param paused how long a recorder may stay paused
 */
public record SessionLimits(
    long window, int maxFrameSamples, long maxTotalSamples, Duration idle, Duration paused) {

  public SessionLimits {
    if (maxFrameSamples < 1 || window < maxFrameSamples || maxTotalSamples < window) {
      throw new IllegalArgumentException("a frame fits the window, the window fits the recording");
    }
    if (!idle.isPositive() || !paused.isPositive()) {
      throw new IllegalArgumentException("an idle limit is positive");
    }
  }
}
