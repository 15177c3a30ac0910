package org.medicscribe.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final int FRAME = 1_600;
  private static final int SECOND = 16_000;

  private Instant now = Instant.parse("2026-11-24T10:00:00Z");
  private final Pace pace = new Pace(2 * SECOND, SECOND, () -> now);

  private int framesLetGo() {
    int frames = 0;
    while (pace.letsGo(FRAME)) {
      frames++;
    }
    return frames;
  }

  @Test
  void shouldNeverHoldUpSpeech() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(pace.letsGo(FRAME)).isTrue();
      now = now.plus(Duration.ofMillis(100));
    }
  }

  @Test
  void shouldLetASecondGoAtOnceThenTwoEverySecond() {
    assertThat(framesLetGo()).isEqualTo(10);
    int frames = 0;
    for (int i = 0; i < 100; i++) {
      now = now.plus(Duration.ofMillis(50));
      frames += framesLetGo();
    }
    assertThat(frames).isBetween(99, 101);
  }

  @Test
  void shouldSaveUpNoMoreThanThatSecond() {
    // When
    now = now.plus(Duration.ofHours(1));

    // Then
    assertThat(framesLetGo()).isEqualTo(10);
  }

  @Test
  void shouldNotMindAClockThatIsSetBack() {
    // Given
    framesLetGo();

    // When
    now = now.minus(Duration.ofHours(1));

    // Then
    assertThat(framesLetGo()).isZero();
    now = now.plus(Duration.ofSeconds(1));
    assertThat(framesLetGo()).isEqualTo(10);
  }
}
