package org.medicscribe.gateway.encounter;

import org.medicscribe.gateway.session.Refusal;

/** What storage-service says about a user's wish. */
public sealed interface StorageAnswer {

  record Granted(RecordedEncounter encounter) implements StorageAnswer {}

  record Refused(Refusal refusal) implements StorageAnswer {}
}
