package org.medicscribe.storage.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.SampleRange;

class SampleRangesTest {

  private static SampleRange range(int start, int end) {
    return new SampleRange(SampleIndex.of(start), SampleIndex.of(end));
  }

  private static BitSet bits(List<SampleRange> ranges) {
    BitSet bits = new BitSet();
    ranges.forEach(range -> bits.set((int) range.start().value(), (int) range.end().value()));
    return bits;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void shouldAgreeWithASetOfSamples(long seed) {
    RandomGenerator random = RandomGeneratorFactory.getDefault().create(seed);
    SampleRanges ranges = SampleRanges.NONE;
    BitSet samples = new BitSet();
    for (int step = 0; step < 200; step++) {
      int start = random.nextInt(100);
      int end = start + 1 + random.nextInt(20);
      SampleRange range = range(start, end);
      if (random.nextInt(4) == 0) {
        ranges = ranges.minus(range);
        samples.clear(start, end);
      } else {
        ranges = ranges.plus(range);
        samples.set(start, end);
      }

      BitSet missing = new BitSet();
      missing.set(10, 90);
      missing.andNot(samples);
      assertThat(bits(ranges.ranges())).isEqualTo(samples);
      assertThat(bits(ranges.missingIn(range(10, 90)))).isEqualTo(missing);
      assertThat(ranges.end().value()).isEqualTo(samples.length());
      for (int i = 1; i < ranges.ranges().size(); i++) {
        assertThat(ranges.ranges().get(i - 1).end()).isLessThan(ranges.ranges().get(i).start());
      }
    }
  }
}
