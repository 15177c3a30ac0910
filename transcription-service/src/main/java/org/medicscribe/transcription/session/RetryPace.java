package org.medicscribe.transcription.session;

import java.time.Duration;
import org.medicscribe.events.FailureKind;

/**
 * How long to wait before a broken stream is opened again. Nothing is ever given up, because the
 * audio waits in the log: what a pause can heal is tried soon, what needs an operator is tried
 * slowly.
 */
final class RetryPace {

  static final Duration FIRST = Duration.ofMillis(500);
  static final Duration LONGEST = Duration.ofSeconds(20);

  private final Duration forOperator;
  private int failures;

  /**
   * @param forOperator the pause before what an operator has to repair is tried again
   */
  RetryPace(Duration forOperator) {
    this.forOperator = forOperator;
  }

  Duration next(FailureKind kind) {
    failures++;
    if (!kind.isRetried()) {
      return forOperator;
    }
    Duration doubled = FIRST.multipliedBy(1L << Math.min(failures - 1, 10));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }

  /** The recogniser has made progress. */
  void reset() {
    failures = 0;
  }

  int failures() {
    return failures;
  }
}
