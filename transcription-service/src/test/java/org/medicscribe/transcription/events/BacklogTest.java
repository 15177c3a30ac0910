package org.medicscribe.transcription.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medicscribe.events.EncounterId;
import org.medicscribe.simulators.ruler.RulerVerdict;
import org.medicscribe.simulators.ruler.RulerWord;
import org.medicscribe.transcription.session.AudioRoom.Arrival;
import org.medicscribe.transcription.testing.MemorySink;
import org.medicscribe.transcription.testing.RulerRecognizer;

/** Nobody listened for a while, and everything that was said meanwhile waits in the log. */
class BacklogTest {

  private static final int FRAME = 1600;
  private static final int SECOND = 16_000;
  private static final int MEGABYTE = 1_000_000;
  private static final int MAX_ROUNDS = 20_000;

  private final List<EncounterId> visits = new ArrayList<>();

  @ParameterizedTest(name = "{0} visits of {1} s in {2} MB")
  @CsvSource({"100, 10, 4", "20, 40, 2", "200, 2, 2", "1, 60, 1"})
  void shouldWorkOffABacklogOfAnySizeWithinItsBudget(int count, int seconds, int megabytes) {
    // Given
    PartitionBench bench = new PartitionBench((long) megabytes * MEGABYTE);
    recordTogether(bench.log, count, seconds);
    bench.comes(Arrival.LATE);

    // When
    long most = 0;
    bench.readAll();
    for (int round = 0; !isAllSaid(bench); round++) {
      assertThat(round).as("rounds").isLessThan(MAX_ROUNDS);
      most = Math.max(most, bench.held());
      catchUp(bench);
      most = Math.max(most, bench.held());
    }
    bench.settle();

    // Then
    assertThat(most).isPositive().isLessThanOrEqualTo(bench.budget());
    assertThat(bench.held()).isZero();
    for (int visit = 0; visit < count; visit++) {
      assertExact(bench, visit, (long) seconds * SECOND);
    }
  }

  @Test
  void shouldLetAllVisitsOfABacklogComeForthTogether() {
    // Given
    PartitionBench bench = new PartitionBench(4 * MEGABYTE);
    recordTogether(bench.log, 10, 60);
    bench.comes(Arrival.LATE);
    bench.readAll();

    // When
    while (furthest(bench) < 30 * SECOND) {
      catchUp(bench);
    }

    // Then
    long last = visits.stream().mapToLong(visit -> covered(bench, visit)).min().orElseThrow();
    assertThat(furthest(bench) - last).isLessThan(15 * SECOND);
  }

  @Test
  void shouldHearANewVisitAtOnceWhileABacklogFillsItsRoom() {
    // Given
    PartitionBench bench = new PartitionBench(2 * MEGABYTE);
    recordTogether(bench.log, 50, 60);
    bench.comes(Arrival.LATE);
    bench.readAll();
    bench.readBacklog(bench.log.size());
    EncounterId newcomer = newVisit();

    // When
    bench.comes(Arrival.LIVE);
    bench.log.chunk(newcomer, visits.size(), 1, 0, SECOND);
    bench.readAll();

    // Then
    RulerRecognizer.Stream stream = bench.recognizer.last();
    assertThat(stream.heard()).isPositive();
    stream.sayAll();
    bench.loop.run();
    bench.confirmAll();
    assertThat(covered(bench, newcomer)).isEqualTo(stream.heard());
  }

  @Test
  void shouldOpenNoSessionForAVisitThatThereIsNoRoomFor() {
    // Given
    PartitionBench bench = new PartitionBench(MEGABYTE);
    recordTogether(bench.log, 1_000, 1);
    bench.comes(Arrival.LATE);

    // When
    bench.readAll();

    // Then
    assertThat(bench.recognizer.streams()).hasSizeLessThan(250);
  }

  private void catchUp(PartitionBench bench) {
    bench.readBacklog(bench.log.size());
    bench.recognizer.streams().removeIf(RulerRecognizer.Stream::isAborted);
    List.copyOf(bench.recognizer.streams()).forEach(RulerRecognizer.Stream::sayAll);
    bench.loop.advance(Duration.ofMillis(200));
    bench.confirmAll();
  }

  private boolean isAllSaid(PartitionBench bench) {
    return visits.stream().allMatch(bench.sink::isCompleted);
  }

  private long furthest(PartitionBench bench) {
    return visits.stream().mapToLong(visit -> covered(bench, visit)).max().orElseThrow();
  }

  private static long covered(PartitionBench bench, EncounterId visit) {
    return bench.sink.transcript(visit).covered().value();
  }

  private void assertExact(PartitionBench bench, int visit, long samples) {
    MemorySink.Transcript transcript = bench.sink.transcript(visits.get(visit));
    RulerVerdict verdict = RulerVerdict.of(visit + 1, RulerWord.count(samples), transcript.words());
    assertThat(verdict.isExact()).as("visit %d: %s", visit, verdict).isTrue();
    assertThat(transcript.covered().value()).isEqualTo(samples);
  }

  /** All at the same time, a frame of each after the other. */
  private void recordTogether(AudioLog log, int count, int seconds) {
    for (int visit = 0; visit < count; visit++) {
      var _ = newVisit();
    }
    long total = (long) seconds * SECOND;
    for (long position = 0; position < total; position += FRAME) {
      for (int visit = 0; visit < count; visit++) {
        log.chunk(visits.get(visit), visit + 1, 1, position, FRAME);
      }
    }
    visits.forEach(visit -> log.stop(visit, 1, total));
  }

  private EncounterId newVisit() {
    EncounterId visit = new EncounterId(new UUID(visits.size() << 16 | 0x7000L, 1L << 63));
    visits.add(visit);
    return visit;
  }
}
