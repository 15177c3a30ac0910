package org.medicscribe.storage.audio;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.medicscribe.events.AudioEvent;
import org.medicscribe.events.AudioEvent.AudioChunk;
import org.medicscribe.events.AudioEvent.RecorderChanged;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.Topics;
import org.medicscribe.memory.Share;
import org.medicscribe.storage.audio.PendingAudio.Piece;
import org.medicscribe.storage.intake.IntakeWork;
import org.medicscribe.storage.memory.StorageMemory;

/**
 * Gathers audio into windows and ends each record once all its samples are durable. What is
 * gathered and lost in a crash is still in Kafka. Thread-safe.
 *
 * <p>Every frame is charged to the share of audio from when it is taken until it is durable. When
 * the share is full the longest pieces are written before their window is complete, and whoever
 * reads waits.
 */
@ApplicationScoped
public class AudioIntake {

  /** What a poll may bring before anybody can say stop. */
  private static final long ONE_POLL =
      AudioKafka.FETCH_BYTES + (long) AudioKafka.FETCH_RECORDS * PendingAudio.OVERHEAD;

  /** A window as it is put together, a copy of what is known of it, and both encrypted. */
  private static final int COPIES = 4;

  private final AudioArchive archive;
  private final AudioEnds ends;
  private final Clock clock;
  private final IntakeWork work;
  private final Share memory;
  private final AudioWindows windows;
  private final Duration patience;

  /** From the arrival of a record to its samples being durable. */
  private final Timer lag;

  /** Guarded by itself. */
  private final Map<EncounterId, PendingAudio<TakenRecord>> pending = new HashMap<>();

  AudioIntake(
      AudioArchive archive,
      AudioEnds ends,
      AudioConfig config,
      StorageMemory memory,
      Clock clock,
      MeterRegistry metrics) {
    this.archive = archive;
    this.ends = ends;
    this.clock = clock;
    this.windows = AudioWindows.of(config.window());
    this.work =
        new IntakeWork(
            Topics.AUDIO,
            memory.windows(),
            (long) COPIES * windows.samples() * SampleIndex.BYTES,
            config.writers(),
            clock,
            metrics);
    this.memory = memory.audio();
    this.patience = config.patience();
    this.lag = metrics.timer("scribe.audio.lag");
  }

  /** Whether there is room for all that one more poll may bring. */
  boolean hasRoom() {
    return memory.hasRoomFor(ONE_POLL);
  }

  /** Takes the chunk, whether there is room or not. */
  void chunk(EncounterId id, AudioChunk chunk, TakenRecord record) {
    memory.take(PendingAudio.bytesOf(chunk));
    boolean begins;
    List<Piece<TakenRecord>> complete;
    synchronized (pending) {
      begins = !pending.containsKey(id);
      PendingAudio<TakenRecord> audio =
          pending.computeIfAbsent(id, unknown -> new PendingAudio<>(windows));
      audio.add(chunk, clock.instant(), record);
      complete = audio.takeComplete();
    }
    if (begins) {
      work.run(id, () -> archive.heard(id)).subscribe().with(done -> {}, failure -> {});
    }
    write(id, complete);
    if (!hasRoom()) {
      writeTheLongest();
    }
  }

  /** Stores what is left of the recording, then closes it. */
  void stop(EncounterId id, RecordingStopped stopped, TakenRecord record) {
    afterTheRest(id, stopped, record, () -> archive.stopped(id, stopped));
  }

  /** Stores what the recorder before has sent, then says where the next one begins. */
  void change(EncounterId id, RecorderChanged changed, TakenRecord record) {
    afterTheRest(id, changed, record, () -> archive.changed(id, changed));
  }

  private void afterTheRest(
      EncounterId id, AudioEvent event, TakenRecord record, Supplier<Uni<Void>> next) {
    List<Piece<TakenRecord>> rest;
    synchronized (pending) {
      PendingAudio<TakenRecord> audio = pending.remove(id);
      rest = audio == null ? List.of() : audio.takeAll();
    }
    write(id, rest);
    memory.take(PendingAudio.OVERHEAD);
    work.run(id, next)
        .invoke(record::done)
        .onFailure()
        .recoverWithUni(failure -> ends.setAside(record, id, event, failure))
        .onTermination()
        .invoke(() -> memory.give(PendingAudio.OVERHEAD))
        .subscribe()
        .with(ended -> {}, failure -> {});
  }

  /** When something last stood in the way of storing audio. */
  public Optional<Instant> lastOutage() {
    return Optional.ofNullable(work.lastOutage());
  }

  @Scheduled(
      every = "1s",
      identity = "audio-patience",
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void writeWhatWaitsTooLong() {
    Instant deadline = clock.instant().minus(patience);
    Map<EncounterId, List<Piece<TakenRecord>>> due = new HashMap<>();
    synchronized (pending) {
      pending.forEach((id, audio) -> {
        if (audio.hasWaitedSince(deadline)) {
          due.put(id, audio.takeAll());
        }
      });
      pending.values().removeIf(PendingAudio::isEmpty);
    }
    due.forEach(this::write);
  }

  /** Until no more than half of the share waits for windows; what is being written frees itself. */
  private void writeTheLongest() {
    Map<EncounterId, List<Piece<TakenRecord>>> due = new HashMap<>();
    synchronized (pending) {
      long waiting = pending.values().stream().mapToLong(PendingAudio::bytes).sum();
      long wanted = memory.ceiling() / 2;
      if (waiting <= wanted) {
        return;
      }
      List<Map.Entry<EncounterId, PendingAudio<TakenRecord>>> longest =
          new ArrayList<>(pending.entrySet());
      longest.sort(
          Comparator.comparingLong((Map.Entry<EncounterId, PendingAudio<TakenRecord>> each) ->
                  each.getValue().bytes())
              .reversed());
      for (var each : longest) {
        if (waiting <= wanted) {
          break;
        }
        waiting -= each.getValue().bytes();
        due.put(each.getKey(), each.getValue().takeAll());
        pending.remove(each.getKey());
      }
    }
    due.forEach(this::write);
  }

  private void write(EncounterId id, List<Piece<TakenRecord>> pieces) {
    if (pieces.isEmpty()) {
      return;
    }
    List<AudioChunk> chunks = pieces.stream().map(Piece::chunk).toList();
    Instant arrived = pieces.getFirst().arrived();
    long bytes = pieces.stream().mapToLong(Piece::bytes).sum();
    work.run(id, () -> archive.store(id, chunks))
        .invoke(() -> {
          lag.record(Duration.between(arrived, clock.instant()));
          pieces.forEach(piece -> piece.last().ifPresent(TakenRecord::done));
        })
        .onFailure()
        .recoverWithUni(failure -> setAside(id, pieces, failure))
        .onTermination()
        .invoke(() -> memory.give(bytes))
        .subscribe()
        .with(ended -> {}, failure -> {});
  }

  private Uni<Void> setAside(EncounterId id, List<Piece<TakenRecord>> pieces, Throwable failure) {
    return Multi.createFrom()
        .iterable(pieces)
        .onItem()
        .transformToUniAndConcatenate(piece ->
            piece
                .last()
                .map(record -> ends.setAside(record, id, piece.chunk(), failure))
                .orElseGet(() -> Uni.createFrom().voidItem()))
        .collect()
        .last();
  }
}
