package org.medicscribe.transcription.speech.embedded;

import java.time.Duration;
import java.util.Optional;
import org.medicscribe.events.LiveEvent.DelayReason;
import org.medicscribe.transcription.speech.SpeechResult.Delayed;

/**
 * Decides when a user must hear that results lag: once, again when it gets worse, and at its end.
 */
final class DelayNotice {

  private final Duration threshold;
  private Duration said = Duration.ZERO;

  DelayNotice(Duration threshold) {
    this.threshold = threshold;
  }

  /**
   * @param behind how long the oldest unread speech has been waiting; zero when none waits
   */
  Optional<Delayed> observe(Duration behind) {
    boolean late = behind.compareTo(said.plus(threshold)) >= 0;
    boolean caughtUp = !said.isZero() && behind.compareTo(threshold.dividedBy(2)) < 0;
    if (!late && !caughtUp) {
      return Optional.empty();
    }
    said = late ? behind : Duration.ZERO;
    return Optional.of(new Delayed(said, DelayReason.OVERLOADED));
  }
}
