package org.medicscribe.gateway.encounter;

import org.medicscribe.gateway.session.Refusal;

/** What storage-service says about a user's wish. */
public sealed interface StorageAnswer {

  /**
   * @param isFirst whether nobody has recorded this encounter before
   */
  record Granted(RecordedEncounter encounter, boolean isFirst) implements StorageAnswer {}

  record Refused(Refusal refusal) implements StorageAnswer {}
}
