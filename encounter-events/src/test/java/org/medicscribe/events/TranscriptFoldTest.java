package org.medicscribe.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.events.TranscriptEvent.SegmentsFinalized;

class TranscriptFoldTest {

  private static final EncounterId ENCOUNTER =
      EncounterId.of("0198c5a2-7d3e-7c11-9a55-3f1f0c2b7a10");
  private static final EngineName ENGINE = new EngineName("test", true);
  private static final int WORD = 8_000;

  /** What a reader of the whole topic ends up with. */
  private static final class Reader {
    TranscriptFold fold = TranscriptFold.EMPTY;
    final List<Segment> segments = new ArrayList<>();
    final List<SampleRange> gaps = new ArrayList<>();

    void read(SegmentsFinalized event) {
      TranscriptFold.Step step = fold.apply(event);
      fold = step.next();
      segments.addAll(step.added());
      step.gap().ifPresent(gaps::add);
    }

    List<String> words() {
      return segments.stream().flatMap(s -> s.words().stream()).map(Word::text).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"replay-cut-differently", "exact-repeat", "gap-silence-and-inaudible"})
  void shouldFoldTheGoldenCase(String name) {
    // Given
    JsonNode golden = GoldenFiles.tree("fold/" + name + ".json");
    Reader reader = new Reader();

    // When
    for (JsonNode event : golden.get("events")) {
      reader.read(known(event));
    }

    // Then
    assertThat(reader.words()).isEqualTo(texts(golden.get("words")));
    assertThat(reader.segments.stream().map(s -> s.id().value()).toList())
        .isEqualTo(texts(golden.get("segments")));
    assertThat(reader.fold.covered().value()).isEqualTo(golden.get("covered").asLong());
    List<String> gaps = new ArrayList<>();
    golden.get("gaps").forEach(g -> gaps.add(g.get("start") + ".." + g.get("end")));
    assertThat(reader.gaps.stream().map(g -> g.start().value() + ".." + g.end().value()).toList())
        .isEqualTo(gaps);
  }

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  /**
   * However often an owner dies, wherever the next one starts again before the covered position and
   * however differently it cuts and times the words: every word is kept exactly once, in order.
   */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldKeepEveryWordOnceWhateverIsReplayed(long seed) {
    // Given
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int total = 5 + random.nextInt(60);
    Reader reader = new Reader();
    int next = 0;

    // When
    while (next < total) {
      if (random.nextInt(4) == 0) {
        next = Math.max(0, next - random.nextInt(12));
      }
      int until = Math.min(total, next + 1 + random.nextInt(7));
      reader.read(finalOf(random, next, until));
      next = until;
    }

    // Then
    assertThat(reader.words())
        .isEqualTo(LongStream.range(0, total).mapToObj(i -> "w" + i).toList());
    assertThat(reader.gaps).isEmpty();
    assertThat(reader.fold.covered().value()).isEqualTo((long) total * WORD);
    Set<SegmentId> ids = new HashSet<>();
    assertThat(reader.segments).allSatisfy(segment -> assertThat(ids.add(segment.id())).isTrue());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldListExactlyTheAudioThatNoFinalCovers(long seed) {
    // Given
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Reader reader = new Reader();
    long skipped = 0;
    int next = 0;

    // When
    for (int i = 0; i < 20; i++) {
      int hole = random.nextInt(3) == 0 ? 1 + random.nextInt(4) : 0;
      skipped += (long) hole * WORD;
      next += hole;
      int until = next + 1 + random.nextInt(5);
      reader.read(finalOf(random, next, until));
      next = until;
    }

    // Then
    assertThat(reader.gaps.stream().mapToLong(SampleRange::samples).sum()).isEqualTo(skipped);
  }

  @Test
  void shouldShowTheEndOfARecordingThatNobodyHeard() {
    TranscriptFold fold = new TranscriptFold(SampleIndex.of(100));

    assertThat(fold.missingUpTo(SampleIndex.of(100))).isEmpty();
    assertThat(fold.missingUpTo(SampleIndex.of(160)))
        .contains(new SampleRange(SampleIndex.of(100), SampleIndex.of(160)));
  }

  /** Words {@code [from, until)}, each timed up to 0.2 s off, in one to three segments. */
  private static SegmentsFinalized finalOf(RandomGenerator random, int from, int until) {
    List<Segment> segments = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    for (int i = from; i < until; i++) {
      long jitter = random.nextInt(-3_200, 3_200);
      long start = Math.max(0, (long) i * WORD + jitter);
      words.add(new Word("w" + i, SampleIndex.of(start), SampleIndex.of(start + WORD), 0.9));
      if (random.nextInt(3) == 0 || i == until - 1) {
        segments.add(Segment.of("S1", words));
        words = new ArrayList<>();
      }
    }
    return new SegmentsFinalized(
        ENCOUNTER,
        SampleIndex.of((long) from * WORD),
        SampleIndex.of((long) until * WORD),
        segments,
        ENGINE);
  }

  private static SegmentsFinalized known(JsonNode event) {
    return (SegmentsFinalized)
        ((Decoded.Known<TranscriptEvent>) EventJson.transcript().read(GoldenFiles.bytes(event)))
            .event();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
