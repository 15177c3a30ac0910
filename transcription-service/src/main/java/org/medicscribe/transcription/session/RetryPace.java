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
  static final Duration FOR_OPERATOR = Duration.ofSeconds(60);

  private int failures;

  Duration next(FailureKind kind) {
    failures++;
    if (!kind.isRetried()) {
      return FOR_OPERATOR;
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
