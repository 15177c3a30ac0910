package org.medicscribe.storage.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.medicscribe.events.EncounterId;

/**
 * A fact worth keeping for ever.
 *
 * @param at to the microsecond, as the database keeps it
 * @param actor the subject of a token, or {@code storage-service}
 * @param detail codes and ids only, never patient text
 */
public record AuditEntry(
    String tenant,
    Instant at,
    String actor,
    Action action,
    EncounterId encounterId,
    String detail) {

  public static final String SYSTEM = "storage-service";

  public AuditEntry {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /** What the chain covers, in its order. */
  List<String> fields() {
    return List.of(tenant, at.toString(), actor, action.name(), encounterId.toString(), detail);
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
    AUDIO_READ,
    CONTENT_ERASED
  }
}
