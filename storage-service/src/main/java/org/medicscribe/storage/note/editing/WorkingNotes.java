package org.medicscribe.storage.note.editing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.note.NoteVersion;
import org.medicscribe.storage.note.drafting.NoteRequestRepository;
import org.medicscribe.storage.note.signing.SignatureRepository;
import org.medicscribe.storage.note.versions.NoteRepository;
import org.medicscribe.storage.proof.Seals;

/** Reads working notes. */
@ApplicationScoped
public class WorkingNotes {

  private final Pool pool;
  private final NoteRepository notes;
  private final NoteRequestRepository requests;
  private final SignatureRepository signatures;
  private final Seals seals;

  WorkingNotes(
      Pool pool,
      NoteRepository notes,
      NoteRequestRepository requests,
      SignatureRepository signatures,
      Seals seals) {
    this.pool = pool;
    this.notes = notes;
    this.requests = requests;
    this.signatures = signatures;
    this.seals = seals;
  }

  /** All of it from one snapshot, held against its seals. */
  public Uni<Optional<WorkingNote>> find(EncounterId id) {
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
                        .chain(addenda ->
                            seals
                                .check(tx, id)
                                .map(findings ->
                                    WorkingNote.of(
                                        latest, drafting, signature, addenda, findings)))));
  }
}
