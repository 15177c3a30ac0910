package org.medicscribe.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  @Test
  void shouldCountEveryCallerApart() {
    // Given
    RateLimit limit = new RateLimit(1, Duration.ofMinutes(1), 10);
    assertThat(limit.ask("a")).isZero();

    // When
    Duration wait = limit.ask("a");

    // Then
    assertThat(wait).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1));
    assertThat(limit.ask("b")).isZero();
  }
}
