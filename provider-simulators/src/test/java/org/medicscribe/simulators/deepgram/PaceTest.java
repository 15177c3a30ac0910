package org.medicscribe.simulators.deepgram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long SECOND = 1_000_000_000L;

  private final Pace pace = new Pace();

  @Test
  void shouldAllowRealTimeForHours() {
    // When
    boolean tooFast = stream(0, 36_000, 1.0);

    // Then
    assertThat(tooFast).isFalse();
    assertThat(pace.ahead()).isLessThan(0.2);
    assertThat(pace.average()).isBetween(0.99, 1.01);
  }

  @Test
  void shouldAllowAReplayAtTheProvidersLimit() {
    assertThat(stream(0, 6_000, 1.25)).isFalse();
  }

  @Test
  void shouldSeeASlightlyFasterReplaySoon() {
    assertThat(stream(0, 600, 1.4)).isTrue();
  }

  @Test
  void shouldForgiveAudioThatWasHeldUpForAWhile() {
    // Given
    stream(0, 100, 1.0);

    // When
    boolean tooFast = false;
    for (int i = 0; i < 50; i++) {
      tooFast |= pace.isTooFast(0.1, 15 * SECOND);
    }

    // Then
    assertThat(tooFast).isFalse();
  }

  @Test
  void shouldNotCreditALongPause() {
    // Given
    stream(0, 100, 1.0);

    // When
    boolean tooFast = stream(600 * SECOND, 100, 20.0);

    // Then
    assertThat(tooFast).isTrue();
  }

  /** Frames of 100 ms, sent {@code speed} times as fast as they were spoken. */
  private boolean stream(long from, int frames, double speed) {
    boolean tooFast = false;
    for (int i = 0; i < frames; i++) {
      tooFast |= pace.isTooFast(0.1, from + (long) (i * SECOND / 10 / speed));
    }
    return tooFast;
  }
}
