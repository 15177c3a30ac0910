package org.medicscribe.storage.note.drafting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.note.versions.NoteRepository;

/** Takes the note of an encounter out of the database. */
@ApplicationScoped
public class NoteErasure {

  private final NoteRepository notes;
  private final NoteRequestRepository requests;

  NoteErasure(NoteRepository notes, NoteRequestRepository requests) {
    this.notes = notes;
    this.requests = requests;
  }

  public Uni<Void> erase(SqlConnection tx, EncounterId id) {
    return notes.erase(tx, id).chain(() -> requests.erase(tx, id));
  }
}
