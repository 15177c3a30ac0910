package org.medicscribe.transcription.speech.embedded.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class VoiceFeaturesTest {

  @Test
  void shouldPassWhatAVoiceHasAndTakeAwayWhatWouldFoldBack() {
    assertThat(level(HalfRate.of(tone(1_000), 0, 16_000))).isCloseTo(7_071, within(200.0));
    assertThat(level(HalfRate.of(tone(6_000), 0, 16_000))).isLessThan(70);
  }

  @Test
  void shouldNotDependOnHowLoudTheVoiceIs() {
    // Given
    float[] voice = HalfRate.of(tone(300), 0, 16_000);
    float[] louder = voice.clone();
    for (int i = 0; i < louder.length; i++) {
      louder[i] *= 4;
    }

    // When
    float[][] soft = VoiceFeatures.of(voice);
    float[][] loud = VoiceFeatures.of(louder);

    // Then
    assertThat(soft).hasDimensions(98, VoiceFeatures.COEFFICIENTS);
    for (int frame = 0; frame < soft.length; frame++) {
      assertThat(loud[frame]).containsExactly(soft[frame], within(0.05f));
    }
  }

  @Test
  void shouldFindNoFrameInLessThanOne() {
    assertThat(VoiceFeatures.of(new float[199])).isEmpty();
  }

  private static short[] tone(double hertz) {
    var audio = new short[16_000];
    for (int i = 0; i < audio.length; i++) {
      audio[i] = (short) (10_000 * Math.sin(2 * Math.PI * hertz * i / 16_000));
    }
    return audio;
  }

  private static double level(float[] audio) {
    double sum = 0;
    for (float sample : audio) {
      sum += sample * sample;
    }
    return Math.sqrt(sum / audio.length);
  }
}
