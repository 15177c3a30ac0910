package org.medicscribe.transcription.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.FailureKind;
import org.medicscribe.simulators.ruler.RulerVerdict;
import org.medicscribe.simulators.ruler.RulerWord;
import org.medicscribe.transcription.session.AudioRoom.Arrival;
import org.medicscribe.transcription.testing.MemorySink;
import org.medicscribe.transcription.testing.RulerRecognizer;

/**
 * Whatever happens, in whatever order: resent audio, recorders that are replaced and do not know it
 * yet, full memory, broken streams, lost confirmations, kills and rebalances, the topic folds to
 * exactly the words that were said.
 */
class AudioPartitionPropertyTest {

  private static final int MAX_STEPS = 20_000;

  /** Whose words belong to no recording. */
  private static final int STRANGER = 99;

  private record Recording(EncounterId id, int session, long total) {}

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldFoldToExactlyTheWordsWhateverHappens(long seed) {
    // Given
    Random random = new Random(seed);
    PartitionBench bench = new PartitionBench(200_000 + random.nextInt(300_000));
    List<Recording> recordings = record(bench.log, random);

    // When
    int steps = 0;
    while (!recordings.stream().allMatch(r -> bench.sink.isCompleted(r.id()))
        || bench.sink.unconfirmed() > 0) {
      assertThat(steps++).as("steps of seed %d", seed).isLessThan(MAX_STEPS);
      step(bench, random, steps < MAX_STEPS / 4);
    }

    // Then
    for (Recording recording : recordings) {
      MemorySink.Transcript transcript = bench.sink.transcript(recording.id());
      RulerVerdict verdict =
          RulerVerdict.of(
              recording.session(), RulerWord.count(recording.total()), transcript.words());
      assertThat(verdict.isExact()).as("seed %d: %s", seed, verdict).isTrue();
      assertThat(transcript.gaps()).as("gaps of seed %d", seed).isEmpty();
      assertThat(transcript.covered().value()).as("seed %d", seed).isEqualTo(recording.total());
    }
    bench.settle();
    assertThat(bench.held()).as("bytes still held, seed %d", seed).isZero();
    assertThat(bench.commit()).as("committed, seed %d", seed).isEqualTo(bench.log.size());
  }

  private static void step(PartitionBench bench, Random random, boolean withTrouble) {
    int chance = random.nextInt(withTrouble ? 100 : 80);
    if (chance < 20) {
      bench.comes(random.nextBoolean() ? Arrival.LIVE : Arrival.LATE);
      bench.read(1 + random.nextInt(8));
    } else if (chance < 35) {
      bench.readBacklog(1 + random.nextInt(20));
    } else if (chance < 60) {
      listen(bench, random);
    } else if (chance < 70) {
      bench.sink.confirmNext();
      bench.loop.run();
    } else if (chance < 75) {
      bench.commit();
    } else if (chance < 80) {
      bench.loop.advance(Duration.ofMillis(1L << random.nextInt(14)));
    } else if (chance < 92) {
      disturb(bench, random);
    } else if (chance < 95) {
      bench.sink.refuseNext();
      bench.loop.run();
    } else if (chance < 98) {
      bench.die(random.nextInt(3));
    } else {
      bench.rebalance();
    }
  }

  private static void listen(PartitionBench bench, Random random) {
    for (RulerRecognizer.Stream stream : bench.recognizer.streams()) {
      if (stream.isAborted()) {
        continue;
      }
      switch (random.nextInt(4)) {
        case 0 -> stream.guess();
        case 1 -> stream.sayAll();
        default -> {
          if (stream.unanswered() > 0) {
            stream.say(1 + random.nextLong(stream.unanswered()));
          }
        }
      }
    }
    bench.loop.run();
  }

  private static void disturb(PartitionBench bench, Random random) {
    for (RulerRecognizer.Stream stream : bench.recognizer.streams()) {
      if (random.nextInt(3) == 0) {
        stream.fail(FailureKind.values()[random.nextInt(FailureKind.values().length)]);
      } else {
        stream.pending(random.nextBoolean() ? 0 : 1_000_000);
      }
    }
    bench.loop.run();
    bench.recognizer.streams().forEach(stream -> stream.pending(0));
  }

  private static List<Recording> record(AudioLog log, Random random) {
    List<Recording> recordings = new ArrayList<>();
    List<long[]> sent = new ArrayList<>();
    List<long[]> claims = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      EncounterId id =
          new EncounterId(
              new UUID(
                  (random.nextLong() & ~0xF000L) | 0x7000L, random.nextLong() >>> 2 | 1L << 63));
      recordings.add(new Recording(id, i + 1, random.nextInt(40 * 16_000)));
      sent.add(new long[] {0});
      claims.add(new long[] {1});
    }
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < recordings.size(); i++) {
      open.add(i);
    }
    while (!open.isEmpty()) {
      Integer which = open.get(random.nextInt(open.size()));
      Recording recording = recordings.get(which);
      long[] position = sent.get(which);
      if (position[0] >= recording.total()) {
        log.stop(recording.id(), claims.get(which)[0], recording.total());
        open.remove(which);
        continue;
      }
      long[] claim = claims.get(which);
      if (random.nextInt(20) == 0) {
        log.changed(recording.id(), ++claim[0]);
      }
      if (claim[0] > 1 && random.nextInt(10) == 0) {
        log.chunk(recording.id(), STRANGER, claim[0] - 1, position[0], 1 + random.nextInt(16_000));
      }
      if (claim[0] > 1 && random.nextInt(10) == 0) {
        log.stop(recording.id(), claim[0] - 1, position[0]);
      }
      long from =
          random.nextInt(10) == 0 ? Math.max(0, position[0] - random.nextInt(32_000)) : position[0];
      int samples =
          (int)
              Math.min(
                  recording.total() - from,
                  1 + random.nextInt(random.nextBoolean() ? 1600 : 16_000));
      log.chunk(recording.id(), recording.session(), claim[0], from, samples);
      position[0] = Math.max(position[0], from + samples);
    }
    return recordings;
  }
}
