package org.medicscribe.storage.audio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.AudioEvent;
import org.medicscribe.events.AudioEvent.AudioChunk;
import org.medicscribe.events.AudioEvent.RecorderChanged;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.AudioEvent.StopReason;
import org.medicscribe.events.AudioRecords;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.RecordingSettings;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.SampleRange;
import org.medicscribe.events.Topics;
import org.medicscribe.memory.MemoryBudget;
import org.medicscribe.storage.memory.StorageMemory;
import org.medicscribe.storage.testing.Mapping;

/** Audio that waits in Kafka, more than fits into memory by far, and a disk that is slow. */
class BacklogTest {

  private static final TopicPartition PARTITION = new TopicPartition(Topics.AUDIO, 0);
  private static final int FRAME = 1_600;
  private static final int POLL = 1_000;
  private static final AudioConfig CONFIG =
      Mapping.of(
          AudioConfig.class,
          Map.of("medic-scribe.audio.commit-every", "0s", "medic-scribe.audio.writers", "8"));
  private static final Header SETTINGS =
      AudioRecords.settingsHeader(new RecordingSettings("en", List.of()));
  private static final Header CLAIM = AudioRecords.claimHeader(1);

  private final StorageMemory memory = new StorageMemory(new MemoryBudget(32 << 20));
  private final SlowDisk disk = new SlowDisk();
  private final Shelved aside = new Shelved();
  private final AudioIntake intake =
      new AudioIntake(disk, aside, CONFIG, memory, Clock.systemUTC(), new SimpleMeterRegistry());
  private final MockConsumer<byte[], byte[]> kafka = new MockConsumer<>("earliest");
  private final AudioPolling polling =
      new AudioPolling(kafka, intake, new AudioConsumer(intake, aside), CONFIG.commitEvery());
  private long written;
  private long mostAudio;
  private long mostWindows;
  private boolean hasPaused;

  /** Ends what is asked of it only when it is told to. */
  private static final class SlowDisk implements AudioArchive {
    private final Deque<Runnable> asked = new ArrayDeque<>();
    private final Map<EncounterId, SampleRanges> stored = new HashMap<>();
    private final Set<EncounterId> ended = new HashSet<>();

    private Uni<Void> later(Runnable work) {
      CompletableFuture<Void> done = new CompletableFuture<>();
      asked.add(() -> {
        work.run();
        done.complete(null);
      });
      return Uni.createFrom().completionStage(done);
    }

    @Override
    public Uni<Void> heard(EncounterId id) {
      return later(() -> stored.putIfAbsent(id, SampleRanges.NONE));
    }

    @Override
    public Uni<Void> store(EncounterId id, List<AudioChunk> chunks) {
      return later(() -> {
        for (AudioChunk chunk : chunks) {
          stored.compute(
              id, (key, known) -> known.plus(new SampleRange(chunk.first(), chunk.end())));
        }
      });
    }

    @Override
    public Uni<Void> changed(EncounterId id, RecorderChanged changed) {
      return later(() -> {});
    }

    @Override
    public Uni<Void> stopped(EncounterId id, RecordingStopped stopped) {
      return later(() -> ended.add(id));
    }

    void work(int pieces) {
      for (int i = 0; i < pieces && !asked.isEmpty(); i++) {
        asked.poll().run();
      }
    }
  }

  /** Keeps nothing that is set aside. */
  private static final class Shelved implements AudioEnds {
    @Override
    public void skip(TakenRecord record) {
      record.done();
    }

    @Override
    public Uni<Void> setAside(
        TakenRecord record, EncounterId id, AudioEvent event, Throwable failure) {
      throw new AssertionError(failure);
    }

    @Override
    public Uni<Void> setAside(
        TakenRecord record,
        byte @Nullable [] key,
        Headers headers,
        byte @Nullable [] value,
        Throwable failure) {
      throw new AssertionError(failure);
    }
  }

  @BeforeEach
  void own() {
    polling.subscribe();
    kafka.updateBeginningOffsets(Map.of(PARTITION, 0L));
    kafka.rebalance(List.of(PARTITION));
    kafka.setMaxPollRecords(POLL);
  }

  private void write(EncounterId id, List<Header> headers, byte[] value) {
    byte[] key = id.toString().getBytes(UTF_8);
    kafka.addRecord(
        new ConsumerRecord<>(
            Topics.AUDIO,
            0,
            written++,
            0L,
            TimestampType.CREATE_TIME,
            key.length,
            value.length,
            key,
            value,
            new RecordHeaders(headers),
            Optional.empty()));
  }

  private void speak(EncounterId id, long from, byte[] samples) {
    write(id, AudioRecords.chunkHeaders(SampleIndex.of(from), SETTINGS, CLAIM), samples);
  }

  private void stop(EncounterId id, long total) {
    write(
        id,
        AudioRecords.stoppedHeaders(),
        AudioRecords.stoppedValue(new RecordingStopped(SampleIndex.of(total), StopReason.STOPPED)));
  }

  private void round() {
    polling.round();
    hasPaused |= !kafka.paused().isEmpty();
    mostAudio = Math.max(mostAudio, memory.audio().used());
    mostWindows = Math.max(mostWindows, memory.windows().used());
  }

  private long committed() {
    return Objects.requireNonNull(kafka.committed(Set.of(PARTITION)).get(PARTITION)).offset();
  }

  private static List<EncounterId> visits(int count) {
    List<EncounterId> visits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      visits.add(new EncounterId(UuidCreator.getTimeOrderedEpoch()));
    }
    return visits;
  }

  @Test
  void shouldWorkOffHoursOfAudioOfHundredsOfVisitsThatEndAtOnceWithinItsMemory() {
    // Given five hours of audio
    List<EncounterId> visits = visits(300);
    byte[] samples = new byte[FRAME * SampleIndex.BYTES];
    int frames = 600;

    // When
    for (int frame = 0; frame < frames; frame++) {
      for (EncounterId visit : visits) {
        speak(visit, (long) frame * FRAME, samples);
      }
      round();
      disk.work(8);
    }
    visits.forEach(visit -> stop(visit, (long) frames * FRAME));
    while (disk.ended.size() < visits.size()) {
      round();
      disk.work(64);
    }
    round();

    // Then
    assertThat(hasPaused).isTrue();
    assertThat(mostAudio).isLessThanOrEqualTo(memory.audio().ceiling());
    assertThat(mostWindows).isLessThanOrEqualTo(memory.windows().ceiling());
    assertThat(disk.stored.values())
        .hasSize(visits.size())
        .allSatisfy(stored ->
            assertThat(stored.ranges())
                .singleElement()
                .satisfies(range -> assertThat(range.samples()).isEqualTo((long) frames * FRAME)));
    assertThat(committed()).isEqualTo(written);
    assertThat(memory.audio().used()).isZero();
    assertThat(memory.windows().used()).isZero();
  }

  @Test
  void shouldChargeWhatASmallFrameReallyHolds() {
    // Given frames of one sample, many more than would fit with all that is around them
    EncounterId visit = visits(1).getFirst();
    for (int sample = 0; sample < 120_000; sample++) {
      speak(visit, sample, new byte[SampleIndex.BYTES]);
    }

    // When nothing is written
    for (int i = 0; i < 200; i++) {
      round();
    }

    // Then
    assertThat(hasPaused).isTrue();
    assertThat(mostAudio).isLessThanOrEqualTo(memory.audio().ceiling());
    assertThat(kafka.position(PARTITION)).isLessThan(120_000);

    // and when it is
    while (!disk.asked.isEmpty() || kafka.position(PARTITION) < written) {
      disk.work(1);
      round();
    }
    intake.stop(
        visit, new RecordingStopped(SampleIndex.of(0), StopReason.STOPPED), new TakenRecord(0, 0));
    disk.work(10);
    assertThat(disk.stored)
        .extractingByKey(visit)
        .extracting(SampleRanges::end)
        .isEqualTo(SampleIndex.of(120_000));
  }

  @Test
  void shouldCommitNothingBeyondWhatIsNotDurable() {
    // Given
    List<EncounterId> visits = visits(2);
    speak(visits.get(0), 0, new byte[FRAME * SampleIndex.BYTES]);
    speak(visits.get(1), 0, new byte[FRAME * SampleIndex.BYTES]);
    stop(visits.get(1), FRAME);

    // When the second one is on disk and the first one waits for its window
    for (int i = 0; i < 10; i++) {
      round();
      disk.work(10);
    }
    assertThat(disk.ended).containsExactly(visits.get(1));

    // Then
    assertThat(committed()).isZero();

    // and when the first one is, too
    stop(visits.get(0), FRAME);
    for (int i = 0; i < 10; i++) {
      round();
      disk.work(10);
    }
    assertThat(committed()).isEqualTo(written);
  }

  @Test
  void shouldReadAgainWhatItsPredecessorTookAndDidNotStore() {
    // Given
    EncounterId visit = visits(1).getFirst();
    speak(visit, 0, new byte[FRAME * SampleIndex.BYTES]);
    round();

    // When its partition goes
    polling.onPartitionsRevoked(List.of(PARTITION));

    // Then
    assertThat(committed()).isZero();
  }

  @Test
  void shouldPutAsideWhatIsNoAudioAndGoOn() {
    // Given
    SetAside ends = new SetAside();
    AudioConsumer records = new AudioConsumer(intake, ends);
    TakenOffsets offsets = new TakenOffsets(0);
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(Topics.AUDIO, 0, 0, new byte[] {1}, new byte[] {2});

    // When
    records.take(record, offsets);

    // Then
    assertThat(ends.reasons).containsExactly("CALLER: key");
    assertThat(offsets.committable()).isEqualTo(1);
  }

  private static final class SetAside implements AudioEnds {
    private final List<String> reasons = new ArrayList<>();

    @Override
    public void skip(TakenRecord record) {
      record.done();
    }

    @Override
    public Uni<Void> setAside(
        TakenRecord record, EncounterId id, AudioEvent event, Throwable failure) {
      return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> setAside(
        TakenRecord record,
        byte @Nullable [] key,
        Headers headers,
        byte @Nullable [] value,
        Throwable failure) {
      reasons.add(failure.getMessage());
      record.done();
      return Uni.createFrom().voidItem();
    }
  }
}
