package org.medicscribe.gateway.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatheringPaceTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final GatheringPace pace = new GatheringPace(Duration.ofMillis(20), 0);
  private long now;

  @ParameterizedTest(name = "{0} frames a second wait {1} ms")
  @CsvSource({"10, 0", "130, 0", "200, 1", "1000, 6", "4000, 20", "100000, 20"})
  void shouldWaitTheLongerTheMoreCome(int framesPerSecond, long millis) {
    assertThat(after(SECOND, framesPerSecond)).isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void shouldNotWaitAnyMoreOnceTheManyAreGone() {
    // Given
    after(SECOND, 4_000);

    // When
    Duration wait = after(Duration.ofMillis(300), 10);

    // Then
    assertThat(wait).isZero();
  }

  @Test
  void shouldNoticeABurstAtOnce() {
    // Given
    after(SECOND, 10);

    // When
    Duration wait = after(Duration.ofMillis(10), 10_000);

    // Then
    assertThat(wait).isPositive();
  }

  private Duration after(Duration time, long framesPerSecond) {
    long frames = Math.max(1, framesPerSecond * time.toMillis() / 1_000);
    Duration wait = Duration.ZERO;
    for (long frame = 0; frame < frames; frame++) {
      now += time.toNanos() / frames;
      wait = pace.frameAt(now);
    }
    return wait;
  }
}
