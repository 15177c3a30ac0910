package org.medicscribe.storage.note.versions;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.note.NoteVersion;

/** Reads the versions of a note. */
@ApplicationScoped
class NoteHistory {

  private final Pool pool;
  private final NoteRepository notes;
  private final LatestFailure failures;

  NoteHistory(Pool pool, NoteRepository notes, LatestFailure failures) {
    this.pool = pool;
    this.notes = notes;
    this.failures = failures;
  }

  Uni<NoteVersions> list(EncounterId id) {
    return pool.withConnection(connection ->
        notes
            .list(connection, id)
            .chain(versions ->
                failures
                    .of(connection, id)
                    .map(failure -> new NoteVersions(versions, failure.orElse(null)))));
  }

  Uni<Optional<NoteVersion>> version(EncounterId id, int version) {
    return notes.version(pool, id, version);
  }
}
