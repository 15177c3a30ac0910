package org.medicscribe.transcription.speech.embedded.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PitchTrackerTest {

  private final PitchTracker tracker = new PitchTracker();

  @ParameterizedTest
  @ValueSource(doubles = {75, 100, 140, 200, 260, 330})
  void shouldFindThePitchOfAVoice(double hertz) {
    // Given
    short[] audio = new SyntheticVoice(hertz, 500, 1_500).speak(0.5);

    // When
    double found = tracker.pitchAt(audio, 1_600);

    // Then
    assertThat(found).isCloseTo(hertz, withinPercentage(4));
  }

  @Test
  void shouldFindNoPitchInNoiseOrSilence() {
    // Given
    var random = new Random(1);
    var noise = new short[4_000];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (short) (4_000 * random.nextGaussian());
    }

    // Then
    assertThat(tracker.pitchAt(noise, 0)).isZero();
    assertThat(tracker.pitchAt(new short[4_000], 0)).isZero();
  }
}
