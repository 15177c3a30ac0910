package org.medicscribe.transcription.speech.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelLiftTest {

  private static final int SECOND = 31;

  private final LevelLift lift = new LevelLift();

  /** The factor after so many frames of one level. */
  private double decibelsAfter(int frames, double level) {
    float factor = 1;
    for (int i = 0; i < frames; i++) {
      factor = lift.factorFor((float) Math.pow(10, level / 10));
    }
    return 20 * Math.log10(factor);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-20, -30, -37})
  void shouldLeaveOrdinaryTalkAndItsPausesAlone(double level) {
    // When
    decibelsAfter(10 * SECOND, level);

    // Then
    assertThat(decibelsAfter(60 * SECOND, -70)).isZero();
    assertThat(decibelsAfter(1, level)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-45, -52, -66})
  void shouldLiftQuietTalkToOrdinaryTalk(double level) {
    assertThat(level + decibelsAfter(2 * SECOND, level)).isBetween(-28.0, -25.0);
  }

  @Test
  void shouldNotLiftItsNoiseHigherThanItsTalk() {
    // Given
    decibelsAfter(5 * SECOND, -60);

    // Then
    assertThat(-75 + decibelsAfter(20 * SECOND, -75)).isLessThan(-38);
  }

  @Test
  void shouldLiftNothingThatIsNothing() {
    assertThat(decibelsAfter(60 * SECOND, -85)).isZero();
    assertThat(decibelsAfter(60 * SECOND, -100)).isZero();
  }

  @Test
  void shouldNotBeHeldBackByADoorThatSlams() {
    // Given
    decibelsAfter(10 * SECOND, -60);
    decibelsAfter(2, -10);

    // Then
    assertThat(decibelsAfter(2 * SECOND, -60)).isGreaterThan(30);
  }

  @Test
  void shouldComeDownAtOnceWhereItIsLoud() {
    // Given
    decibelsAfter(10 * SECOND, -60);

    // Then
    assertThat(decibelsAfter(1, -20)).isZero();
  }
}
