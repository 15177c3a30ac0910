package org.medicscribe.storage.note;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.medicscribe.events.EncounterId;

/** Reads the versions of a note. */
@ApplicationScoped
class NoteHistory {

  private final Pool pool;
  private final NoteRepository notes;
  private final NoteRequestRepository requests;

  NoteHistory(Pool pool, NoteRepository notes, NoteRequestRepository requests) {
    this.pool = pool;
    this.notes = notes;
    this.requests = requests;
  }

  Uni<NoteVersions> list(EncounterId id) {
    return pool.withConnection(connection ->
        notes
            .list(connection, id)
            .chain(versions ->
                requests
                    .drafting(connection, id)
                    .map(drafting -> new NoteVersions(versions, drafting.failure()))));
  }

  Uni<Optional<NoteVersion>> version(EncounterId id, int version) {
    return notes.version(pool, id, version);
  }
}
