package org.medicscribe.storage.transcript;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.Map;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.SoapNote.SpeakerRole;

/** Who the voices of a transcript seem to be to whoever wrote the note. */
public interface InferredRoles {

  /** By label; empty when there is no note, or nobody could tell. */
  Uni<Map<String, SpeakerRole>> of(SqlClient client, EncounterId id);
}
