package org.medicscribe.transcription.speech.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InterimPaceTest {

  private static final int SECOND = 16_000;

  private final InterimPace pace = new InterimPace(EmbeddedSettings.defaults());

  @Test
  void shouldLookEverySecondOfSpeechAndLessOftenUnderLoad() {
    // Given
    pace.looked(speech(0, 2 * SECOND));

    // Then
    assertThat(pace.isDue(speech(0, 2 * SECOND + SECOND / 2), false)).isFalse();
    assertThat(pace.isDue(speech(0, 3 * SECOND), false)).isTrue();
    assertThat(pace.isDue(speech(0, 3 * SECOND), true)).isFalse();
    assertThat(pace.isDue(speech(0, 4 * SECOND), true)).isTrue();
  }

  @Test
  void shouldBeginAnewWithTheNextSpeech() {
    // Given
    pace.looked(speech(0, 10 * SECOND));

    // Then
    assertThat(pace.isDue(speech(11 * SECOND, 12 * SECOND), false)).isTrue();
  }

  private static Stretch.Speech speech(long start, long end) {
    return new Stretch.Speech(start, end, start, end, false);
  }
}
