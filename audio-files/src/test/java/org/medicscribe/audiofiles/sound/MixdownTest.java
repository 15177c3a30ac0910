package org.medicscribe.audiofiles.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MixdownTest {

  private static final int RATE = 16_000;
  private static final float[] VOICE = voice(1);

  private static float[] voice(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] voice = new float[RATE];
    float value = 0;
    for (int i = 0; i < voice.length; i++) {
      value = (float) (0.9 * value + random.nextDouble(-0.1, 0.1));
      voice[i] = value;
    }
    return voice;
  }

  private static float[] interleaved(float[]... channels) {
    float[] all = new float[channels.length * RATE];
    for (int i = 0; i < all.length; i++) {
      all[i] = channels[i % channels.length][i / channels.length];
    }
    return all;
  }

  private static float[] times(float factor, float[] samples) {
    float[] scaled = samples.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return scaled;
  }

  private static double level(float[] samples) {
    double power = 0;
    for (float sample : samples) {
      power += sample * sample;
    }
    return Math.sqrt(power / samples.length);
  }

  @Test
  void shouldMixChannelsThatSayTheSame() {
    float[] mono = new Mixdown(2, RATE).mix(interleaved(VOICE, VOICE), RATE);

    assertThat(mono).isEqualTo(VOICE);
  }

  @Test
  void shouldHearOppositeChannels() {
    // Given
    Mixdown mixdown = new Mixdown(2, RATE);

    // When
    float[] mono = mixdown.mix(interleaved(VOICE, times(-1, VOICE)), RATE);

    // Then
    assertThat(level(mono)).isGreaterThan(0.9 * level(VOICE));
    assertThat(mixdown.opposed()).isEqualTo(RATE);
  }

  @Test
  void shouldHearChannelsThatAreNearlyOpposite() {
    // Given
    float[] room = times(0.1f, voice(2));
    float[] other = times(-0.8f, VOICE);
    for (int i = 0; i < RATE; i++) {
      other[i] += room[i];
    }

    // When
    float[] mono = new Mixdown(2, RATE).mix(interleaved(VOICE, other), RATE);

    // Then
    assertThat(level(mono)).isGreaterThan(0.7 * level(VOICE));
  }

  @Test
  void shouldHearOneChannelAmongSilentOnes() {
    float[] silence = new float[RATE];

    assertThat(level(new Mixdown(2, RATE).mix(interleaved(silence, VOICE), RATE)))
        .isGreaterThan(0.4 * level(VOICE));
    assertThat(
            level(
                new Mixdown(6, RATE)
                    .mix(interleaved(silence, silence, VOICE, silence, silence, silence), RATE)))
        .isGreaterThan(0.9 * level(VOICE));
  }

  @Test
  void shouldHearTwoPeopleOnAChannelEach() {
    // Given
    Mixdown mixdown = new Mixdown(2, RATE);

    // When
    float[] mono = mixdown.mix(interleaved(VOICE, voice(3)), RATE);

    // Then
    assertThat(level(mono)).isGreaterThan(0.6 * level(VOICE));
    assertThat(mixdown.opposed()).isZero();
  }
}
