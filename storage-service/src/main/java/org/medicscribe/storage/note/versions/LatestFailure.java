package org.medicscribe.storage.note.versions;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.Optional;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.note.DraftFailure;

/** Whether the draft that was asked for last failed; what is known by who asks for drafts. */
public interface LatestFailure {

  Uni<Optional<DraftFailure>> of(SqlClient client, EncounterId id);
}
