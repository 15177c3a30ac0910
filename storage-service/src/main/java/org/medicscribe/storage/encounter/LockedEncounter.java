package org.medicscribe.storage.encounter;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.catalogue.ProblemType;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.EncounterState;
import org.medicscribe.events.NoteTemplate;
import org.medicscribe.events.ShippedTemplates;

/**
 * An encounter whose row is locked until the transaction ends.
 *
 * @param ended whether the recording is over, or about to be closed by the sweep
 * @param whole whether the recorder brings a finished recording
 * @param lastSign when the recorder was last heard of
 */
public record LockedEncounter(
    EncounterId id,
    String tenant,
    String owner,
    EncounterState state,
    String language,
    String template,
    boolean withdrawn,
    boolean signed,
    boolean consentGranted,
    boolean ended,
    @Nullable String recorderId,
    boolean whole,
    @Nullable Instant lastSign) {

  /** Why nothing may be written about the visit any more, if that is so. */
  public Optional<ProblemType> writingRefused() {
    if (signed) {
      return Optional.of(ProblemType.NOTE_SIGNED);
    }
    return withdrawn ? Optional.of(ProblemType.CONSENT_WITHDRAWN) : Optional.empty();
  }

  boolean belongsTo(Caller caller) {
    return tenant.equals(caller.tenant()) && owner.equals(caller.subject());
  }

  RecorderClaim.Desk desk() {
    return new RecorderClaim.Desk(withdrawn, consentGranted, ended, recorderId, whole, lastSign);
  }

  /** The template of the visit, as it stands now. */
  public NoteTemplate form() {
    return ShippedTemplates.find(template).orElseGet(ShippedTemplates::standard);
  }
}
