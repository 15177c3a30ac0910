package org.medicscribe.audiofiles.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {

  private static final int CLOCK = 16_000;

  private static float[] tone(double hertz, int rate, int samples) {
    float[] tone = new float[samples];
    for (int i = 0; i < samples; i++) {
      tone[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / rate));
    }
    return tone;
  }

  private static float[] resampled(int rate, float[] samples) {
    Resampler resampler = new Resampler(rate);
    return joined(resampler.take(samples, samples.length), resampler.finish());
  }

  private static float[] joined(float[] first, float[] second) {
    float[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /** Of the part that lies away from both ends. */
  private static double strongest(float[] samples) {
    double strongest = 0;
    for (int i = 500; i < samples.length - 500; i++) {
      strongest = Math.max(strongest, Math.abs(samples[i]));
    }
    return strongest;
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        8_000, 11_025, 11_127, 37_799, 191_999, 22_050, 24_000, 44_100, 48_000, 96_000, 192_000
      })
  void shouldKeepAToneOfSpeechInPlaceAndStrength(int rate) {
    // Given
    float[] tone = tone(1_000, rate, rate);

    // When
    float[] output = resampled(rate, tone);

    // Then
    assertThat(output).hasSize(CLOCK);
    float[] expected = tone(1_000, CLOCK, CLOCK);
    for (int i = 500; i < CLOCK - 500; i++) {
      assertThat(output[i]).as("sample %d", i).isCloseTo(expected[i], within());
    }
  }

  private static org.assertj.core.data.Offset<Float> within() {
    return org.assertj.core.data.Offset.offset(0.001f);
  }

  @ParameterizedTest
  @ValueSource(ints = {22_050, 44_100, 48_000, 96_000})
  void shouldLetNothingFoldBackFromAboveTheClock(int rate) {
    // Given
    float[] whistle = tone(10_000, rate, rate);

    // When
    float[] output = resampled(rate, whistle);

    // Then
    assertThat(strongest(output)).isLessThan(0.0005);
  }

  @ParameterizedTest
  @ValueSource(ints = {4_001, 15_999, 44_099, 191_999, 383_999})
  void shouldNeedLittleMemoryWhateverTheRate(int rate) {
    // Given
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();

    // When
    Resampler resampler = new Resampler(rate);

    // Then: the tables of its making included.
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(6_000_000);
    assertThat(resampler.take(new float[10], 10)).hasSizeLessThan(41);
  }

  @Test
  void shouldGiveTheSameInPiecesAsInOne() {
    // Given
    float[] tone = tone(440, 44_100, 44_100);
    Resampler resampler = new Resampler(44_100);
    SplittableRandom random = new SplittableRandom(7);

    // When
    float[] output = new float[0];
    for (int from = 0; from < tone.length; ) {
      int to = Math.min(tone.length, from + 1 + random.nextInt(3_000));
      output = joined(output, resampler.take(Arrays.copyOfRange(tone, from, to), to - from));
      from = to;
    }
    output = joined(output, resampler.finish());

    // Then
    assertThat(output).isEqualTo(resampled(44_100, tone));
  }
}
