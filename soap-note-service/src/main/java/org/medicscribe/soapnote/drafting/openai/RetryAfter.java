package org.medicscribe.soapnote.drafting.openai;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how long a server asks to wait, milliseconds first, as OpenAI's own clients do. */
final class RetryAfter {

  private RetryAfter() {}

  static Optional<Duration> read(@Nullable String millis, @Nullable String seconds) {
    Optional<Duration> precise = number(millis).map(value -> Duration.ofMillis(value.longValue()));
    return precise.isPresent()
        ? precise
        : number(seconds).map(value -> Duration.ofMillis((long) (value * 1000)));
  }

  private static Optional<Double> number(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Double.parseDouble(text.strip())).filter(value -> value >= 0);
    } catch (NumberFormatException aDate) {
      return Optional.empty();
    }
  }
}
