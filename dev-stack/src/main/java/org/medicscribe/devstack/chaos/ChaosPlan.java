package org.medicscribe.devstack.chaos;

import java.time.Duration;

/**
 * How much is to befall how many.
 *
 * @param visits recorded at the same time
 * @param length of each of them
 * @param times that each kind of trouble comes
 * @param seed of what comes when
 */
public record ChaosPlan(int visits, Duration length, int times, long seed) {

  public ChaosPlan {
    if (visits < 1 || times < 1 || !length.isPositive()) {
      throw new IllegalArgumentException("at least one visit, one trouble and some time");
    }
  }
}
