package org.medicscribe.storage.review;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.note.NoteRepository;
import org.medicscribe.storage.note.NoteRequestRepository;
import org.medicscribe.storage.note.NoteVersion;
import org.medicscribe.storage.signature.SignatureRepository;

/** Reads working notes. */
@ApplicationScoped
class WorkingNotes {

  private final Pool pool;
  private final NoteRepository notes;
  private final NoteRequestRepository requests;
  private final SignatureRepository signatures;

  WorkingNotes(
      Pool pool,
      NoteRepository notes,
      NoteRequestRepository requests,
      SignatureRepository signatures) {
    this.pool = pool;
    this.notes = notes;
    this.requests = requests;
    this.signatures = signatures;
  }

  /** All of it from one snapshot. */
  Uni<Optional<WorkingNote>> find(EncounterId id) {
    return pool.withTransaction(tx ->
        tx.query("set transaction isolation level repeatable read, read only")
            .execute()
            .chain(() -> notes.latest(tx, id))
            .chain(latest ->
                latest.isEmpty()
                    ? Uni.createFrom().item(Optional.empty())
                    : whole(tx, id, latest.get()).map(Optional::of)));
  }

  Uni<WorkingNote> whole(SqlConnection tx, EncounterId id, NoteVersion latest) {
    return requests
        .drafting(tx, id)
        .chain(drafting ->
            signatures
                .signature(tx, id)
                .chain(signature ->
                    signatures
                        .addenda(tx, id)
                        .map(addenda -> WorkingNote.of(latest, drafting, signature, addenda))));
  }
}
