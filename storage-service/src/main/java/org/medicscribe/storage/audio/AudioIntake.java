package org.medicscribe.storage.audio;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.medicscribe.events.AudioEvent.AudioChunk;
import org.medicscribe.events.AudioEvent.RecorderChanged;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.Topics;
import org.medicscribe.storage.audio.PendingAudio.Piece;
import org.medicscribe.storage.intake.Budget;
import org.medicscribe.storage.intake.Ending;
import org.medicscribe.storage.intake.IntakeWork;

/**
 * Gathers audio into windows and acknowledges each record once all its samples are durable. What is
 * gathered and lost in a crash is still in Kafka. Thread-safe.
 */
@ApplicationScoped
public class AudioIntake {

  private final RecordingEvents recordings;
  private final AudioShelf shelf;
  private final Ending ending;
  private final Clock clock;
  private final IntakeWork work;
  private final Budget memory;
  private final AudioWindows windows;
  private final Duration patience;

  /** From the arrival of a record to its samples being durable. */
  private final Timer lag;

  /** Guarded by itself. */
  private final Map<EncounterId, PendingAudio<Message<?>>> pending = new HashMap<>();

  AudioIntake(
      RecordingEvents recordings,
      AudioShelf shelf,
      Ending ending,
      AudioConfig config,
      Clock clock,
      MeterRegistry metrics) {
    this.recordings = recordings;
    this.shelf = shelf;
    this.ending = ending;
    this.clock = clock;
    this.work = new IntakeWork(Topics.AUDIO, clock, metrics);
    this.memory = new Budget(config.memoryBytes());
    this.windows = AudioWindows.of(config.window());
    this.patience = config.patience();
    this.lag = metrics.timer("scribe.audio.lag");
    metrics.gauge("scribe.audio.memory.bytes", memory, Budget::used);
  }

  /** Takes the chunk; ends when there is room for another. */
  public Uni<Void> chunk(EncounterId id, AudioChunk chunk, Message<?> message) {
    memory.take(chunk.pcm().remaining());
    boolean begins;
    List<Piece<Message<?>>> complete;
    synchronized (pending) {
      begins = !pending.containsKey(id);
      PendingAudio<Message<?>> audio =
          pending.computeIfAbsent(id, unknown -> new PendingAudio<>(windows));
      audio.add(chunk, clock.instant(), message);
      complete = audio.takeComplete();
    }
    if (begins) {
      work.run(id, () -> recordings.heard(id)).subscribe().with(done -> {}, failure -> {});
    }
    write(id, complete);
    if (memory.isExhausted()) {
      writeWaiting(Instant.MAX);
    }
    return memory.room();
  }

  /** Stores what is left of the recording, then closes it. */
  public Uni<Void> stop(EncounterId id, RecordingStopped stopped, Message<?> message) {
    return afterTheRest(id, () -> recordings.stopped(id, stopped), message);
  }

  /** Stores what the recorder before has sent, then says where the next one begins. */
  public Uni<Void> change(EncounterId id, RecorderChanged changed, Message<?> message) {
    return afterTheRest(id, () -> recordings.changed(id, changed), message);
  }

  private Uni<Void> afterTheRest(EncounterId id, Supplier<Uni<Void>> next, Message<?> message) {
    List<Piece<Message<?>>> rest;
    synchronized (pending) {
      PendingAudio<Message<?>> audio = pending.remove(id);
      rest = audio == null ? List.of() : audio.takeAll();
    }
    write(id, rest);
    end(work.run(id, next), List.of(message));
    return memory.room();
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
    writeWaiting(clock.instant().minus(patience));
  }

  private void writeWaiting(Instant deadline) {
    Map<EncounterId, List<Piece<Message<?>>>> due = new HashMap<>();
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

  private void write(EncounterId id, List<Piece<Message<?>>> pieces) {
    if (pieces.isEmpty()) {
      return;
    }
    List<AudioChunk> chunks = pieces.stream().map(Piece::chunk).toList();
    List<Message<?>> messages =
        pieces.stream().flatMap(piece -> piece.last().stream()).<Message<?>>map(m -> m).toList();
    Instant arrived = pieces.getFirst().arrived();
    int bytes = pieces.stream().mapToInt(Piece::bytes).sum();
    end(
        work.run(id, () -> shelf.store(id, chunks))
            .invoke(() -> lag.record(Duration.between(arrived, clock.instant())))
            .onTermination()
            .invoke(() -> memory.release(bytes)),
        messages);
  }

  private void end(Uni<Void> stored, List<Message<?>> messages) {
    stored
        .subscribe()
        .with(
            done -> messages.forEach(message -> settle(ending.acknowledged(message))),
            failure ->
                messages.forEach(
                    message -> settle(ending.deadLettered(message, Topics.AUDIO, failure))));
  }

  private static void settle(Uni<Void> ended) {
    ended.subscribe().with(done -> {}, failure -> {});
  }
}
