package org.medicscribe.storage.transcript;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.medicscribe.storage.encounter.EncounterLedger.Page;

/** What follows from a transcript. */
public interface TranscriptFollower {

  /** The transcript is complete; called once per encounter, in the transaction that stores it. */
  Uni<Void> complete(Page page, List<TranscriptSegment> segments);
}
