package org.medicscribe.storage.audio;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.medicscribe.events.AudioEvent.AudioChunk;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.audio.AudioRepository.Shelf;
import org.medicscribe.storage.intake.Unstorable;

/**
 * Stores audio: first the windows, then the word that they are there, in a transaction that holds
 * the recording's lock all the while. A crash in between leaves a window that knows more than the
 * database, and the replay writes it again.
 */
@ApplicationScoped
class AudioShelf {

  private final Pool pool;
  private final AudioRepository audio;
  private final ExecutorService workers;
  private final Clock clock;
  private final WindowWriter writer;

  AudioShelf(
      Pool pool, AudioRepository audio, WindowWriter writer, ExecutorService workers, Clock clock) {
    this.pool = pool;
    this.audio = audio;
    this.writer = writer;
    this.workers = workers;
    this.clock = clock;
  }

  /** Ends when the chunks are durable, or when they are not to be kept. */
  Uni<Void> store(EncounterId id, List<AudioChunk> chunks) {
    return pool.withTransaction(tx ->
        audio
            .lock(tx, id)
            .chain(shelf ->
                switch (shelf) {
                  case Shelf.Open open -> store(tx, id, open, chunks);
                  case Shelf.Erased() -> Uni.createFrom().voidItem();
                  case Shelf.Unknown() -> Uni.createFrom().failure(Unstorable.unknownEncounter());
                }));
  }

  private Uni<Void> store(
      SqlConnection tx, EncounterId id, Shelf.Open open, List<AudioChunk> chunks) {
    return Uni.createFrom()
        .item(Unchecked.supplier(() -> writer.store(id, open, chunks)))
        .runSubscriptionOn(workers)
        .chain(stored -> audio.setStored(tx, id, stored, clock.instant()));
  }
}
