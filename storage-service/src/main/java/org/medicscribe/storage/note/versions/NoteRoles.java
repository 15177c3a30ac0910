package org.medicscribe.storage.note.versions;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.SoapNote.SpeakerRole;
import org.medicscribe.storage.transcript.InferredRoles;

/** The roles that the latest draft inferred; every later version carries them on. */
@ApplicationScoped
class NoteRoles implements InferredRoles {

  private final NoteRepository notes;

  NoteRoles(NoteRepository notes) {
    this.notes = notes;
  }

  @Override
  public Uni<Map<String, SpeakerRole>> of(SqlClient client, EncounterId id) {
    return notes
        .latest(client, id)
        .map(latest -> latest.map(version -> version.note().roles()).orElse(Map.of()));
  }
}
