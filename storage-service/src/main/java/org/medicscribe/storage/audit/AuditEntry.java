package org.medicscribe.storage.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.EncounterId;

/**
 * A fact worth keeping for ever.
 *
 * @param at to the microsecond, as the database keeps it
 * @param actor the subject of a token, or {@code storage-service}
 * @param encounterId null for what is about no visit
 * @param detail codes, ids and addresses only, never patient text
 */
public record AuditEntry(
    String tenant,
    Instant at,
    String actor,
    Action action,
    @Nullable EncounterId encounterId,
    String detail) {

  public static final String SYSTEM = "storage-service";

  public AuditEntry {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /** What the chain covers, in its order. */
  List<String> fields() {
    String encounter = encounterId == null ? "" : encounterId.toString();
    return List.of(tenant, at.toString(), actor, action.name(), encounter, detail);
  }

  /** What was done. */
  public enum Action {
    ENCOUNTER_CREATED,
    CONSENT_GRANTED,
    CONSENT_WITHDRAWN,
    RECORDER_CLAIMED,
    NOTE_REQUESTED,
    NOTE_DRAFTED,
    NOTE_EDITED,
    NOTE_SIGNED,
    ADDENDUM_WRITTEN,
    TRANSCRIPT_CORRECTED,
    SPEAKER_NAMED,
    PATIENT_NAMED,
    PATIENT_SIGNED,
    AUDIO_READ,
    CONTENT_ERASED,
    ENCOUNTERS_LISTED,
    ENCOUNTER_READ,
    TRANSCRIPT_READ,
    NOTE_READ,
    NOTE_EXPORTED,
    AUDIT_READ,
    SIGNED_IN,
    EMERGENCY_ACCESS,
    HANDED_OVER,
    REFUSED;

    /** As it is shown: {@code note-signed}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
