package org.medicscribe.devstack.suite;

import java.time.Duration;

/**
 * How soon a part that ended is started again: almost at once, and more slowly the more often it
 * ends soon after its start. It is never given up. Not thread-safe.
 */
final class RevivalPace {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration SLOW = Duration.ofMinutes(1);

  /** Who has run this long has come to life. */
  private static final Duration STABLE = Duration.ofMinutes(1);

  private static final int OFTEN = 5;

  private int quickEnds;

  /**
   * @param lived how long it had run
   * @return the pause before it is started again
   */
  Duration ended(Duration lived) {
    quickEnds = lived.compareTo(STABLE) < 0 ? quickEnds + 1 : 1;
    return endsOften() ? SLOW : FIRST.multipliedBy(1L << (quickEnds - 1));
  }

  /** Whether a further start is not likely to help: somebody should look at why. */
  boolean endsOften() {
    return quickEnds >= OFTEN;
  }

  int quickEnds() {
    return quickEnds;
  }
}
