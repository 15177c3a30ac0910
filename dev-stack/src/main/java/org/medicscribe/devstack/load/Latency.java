package org.medicscribe.devstack.load;

import java.util.stream.LongStream;

/**
 * How long something took, over all of its occurrences.
 *
 * @param count how often it was seen
 */
public record Latency(long count, double p50Millis, double p99Millis, double maxMillis) {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MEDIAN = 0.5;
  private static final double ALMOST_ALL = 0.99;

  static Latency ofNanos(LongStream nanos) {
    long[] sorted = nanos.sorted().toArray();
    return new Latency(sorted.length, at(sorted, MEDIAN), at(sorted, ALMOST_ALL), at(sorted, 1));
  }

  /** The smallest value that at least this share of all values do not exceed. */
  private static double at(long[] sorted, double share) {
    if (sorted.length == 0) {
      return 0;
    }
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)] / NANOS_PER_MILLI;
  }
}
