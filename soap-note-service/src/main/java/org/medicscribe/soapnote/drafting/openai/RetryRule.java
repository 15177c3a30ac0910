package org.medicscribe.soapnote.drafting.openai;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When to ask again at once, and how long to pause before: the rule of OpenAI's own clients. A
 * stream that broke is not asked again here.
 */
final class RetryRule {

  private static final int RETRIES = 2;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

  /** A server that asks for more is not waited for. */
  private static final Duration LONGEST_ASKED = Duration.ofSeconds(60);

  private static final double JITTER = 0.25;

  private final RandomGenerator random;

  RetryRule(RandomGenerator random) {
    this.random = random;
  }

  /**
   * @param retries how many there were before
   */
  Optional<Duration> pauseBefore(ChatAnswer answer, int retries) {
    if (retries >= RETRIES) {
      return Optional.empty();
    }
    return switch (answer) {
      case ChatAnswer.Unreachable unreachable -> Optional.of(backoff(retries));
      case ChatAnswer.ProviderError error when isTemporary(error) ->
          Optional.of(
              error
                  .retryAfter()
                  .filter(asked -> asked.compareTo(LONGEST_ASKED) <= 0)
                  .orElseGet(() -> backoff(retries)));
      case ChatAnswer.ProviderError error -> Optional.empty();
      case ChatAnswer.Complete complete -> Optional.empty();
      case ChatAnswer.CutOff cutOff -> Optional.empty();
      case ChatAnswer.Filtered filtered -> Optional.empty();
      case ChatAnswer.Declined declined -> Optional.empty();
      case ChatAnswer.Broken broken -> Optional.empty();
      case ChatAnswer.Silent silent -> Optional.empty();
      case ChatAnswer.Garbage garbage -> Optional.empty();
    };
  }

  private static boolean isTemporary(ChatAnswer.ProviderError error) {
    return switch (error.status()) {
      case 408, 409 -> true;
      case 429 -> !error.code().equals(Refusals.OUT_OF_CREDIT);
      default -> error.status() >= 500;
    };
  }

  private Duration backoff(int retries) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << retries);
    Duration capped = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    return Duration.ofMillis((long) (capped.toMillis() * (1 - random.nextDouble() * JITTER)));
  }
}
