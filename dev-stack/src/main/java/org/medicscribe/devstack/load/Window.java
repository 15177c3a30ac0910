package org.medicscribe.devstack.load;

/**
 * The stretch of time that is measured, on the machine's monotonic clock.
 *
 * @param from included
 * @param until excluded
 */
record Window(long from, long until) {

  boolean holds(long nanos) {
    return nanos - from >= 0 && nanos - until < 0;
  }
}
