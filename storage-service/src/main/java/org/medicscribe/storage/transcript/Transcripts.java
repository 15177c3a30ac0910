package org.medicscribe.storage.transcript;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.SoapNote.SpeakerRole;
import org.medicscribe.memory.WaitingLine;
import org.medicscribe.storage.memory.StorageMemory;

/** Transcripts as they read now: what was heard, with what persons corrected. */
@ApplicationScoped
public class Transcripts {

  /** Rows, their text, words as objects, lines of them, and all of it written as JSON. */
  private static final int COPIES = 12;

  private static final int OVERHEAD = 64 << 10;
  private static final int AT_ONCE = 4;

  private final Pool pool;
  private final TranscriptRepository heard;
  private final CorrectionRepository corrections;
  private final InferredRoles inferred;
  private final WaitingLine readers;

  Transcripts(
      Pool pool,
      TranscriptRepository heard,
      CorrectionRepository corrections,
      InferredRoles inferred,
      StorageMemory memory) {
    this.pool = pool;
    this.heard = heard;
    this.corrections = corrections;
    this.inferred = inferred;
    this.readers = new WaitingLine(memory.transcripts(), AT_ONCE);
  }

  /**
   * For whatever reads a transcript in whole: done when there is memory for it, first come, first
   * served. Who waits holds no connection of the database.
   */
  public <T> Uni<T> whole(EncounterId id, Supplier<Uni<T>> reading) {
    return heard
        .length(pool, id)
        .chain(length ->
            Uni.createFrom()
                .completionStage(() ->
                    readers.run(
                        OVERHEAD + COPIES * length,
                        () -> reading.get().subscribeAsCompletionStage())));
  }

  /** In the order in which it was said; to be read in {@link #whole}. */
  public Uni<List<TranscriptSegment>> segments(SqlClient client, EncounterId id) {
    return heard
        .segments(client, id)
        .chain(segments ->
            corrections
                .corrections(client, id)
                .map(corrected ->
                    segments.stream()
                        .map(segment ->
                            TranscriptSegment.of(
                                segment, Optional.ofNullable(corrected.get(segment.id()))))
                        .toList()));
  }

  /** Segments and position from one snapshot: a reader goes on from there, word by word. */
  Uni<Transcript> read(EncounterId id) {
    return whole(id, () -> readNow(id));
  }

  private Uni<Transcript> readNow(EncounterId id) {
    return pool.withTransaction(tx ->
        tx.query("set transaction isolation level repeatable read, read only")
            .execute()
            .chain(() -> heard.progress(tx, id))
            .chain(progress ->
                segments(tx, id)
                    .chain(segments ->
                        speakers(tx, id)
                            .map(speakers ->
                                new Transcript(
                                    segments,
                                    progress.fold().covered(),
                                    progress.complete(),
                                    speakers)))));
  }

  /** Who speakers are, where persons have said so. */
  public Uni<Map<String, SpeakerRole>> named(SqlClient client, EncounterId id) {
    return corrections.roles(client, id);
  }

  Uni<Map<String, Speaker>> speakers(SqlClient client, EncounterId id) {
    return inferred
        .of(client, id)
        .chain(guessed -> corrections.roles(client, id).map(set -> Speaker.all(guessed, set)));
  }

  public Uni<Void> erase(SqlConnection tx, EncounterId id) {
    return corrections.erase(tx, id).chain(() -> heard.erase(tx, id));
  }
}
