package org.medicscribe.storage.proof;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A place where the record is not as it was written.
 *
 * @param where the id of the record, or the clinic and the numbers of the entries; nothing of a
 *     patient
 */
public record Finding(Part part, String where, Fault fault) {

  /** What does not match. */
  public enum Part {
    @JsonProperty("note")
    NOTE,
    @JsonProperty("addendum")
    ADDENDUM,
    @JsonProperty("consent")
    CONSENT,
    @JsonProperty("patient")
    PATIENT,
    @JsonProperty("audit")
    AUDIT,
    @JsonProperty("heads")
    HEADS
  }

  /** How. */
  public enum Fault {
    /** It says something else than what was sealed. */
    @JsonProperty("changed")
    CHANGED,
    /** It has no seal. */
    @JsonProperty("unsealed")
    UNSEALED,
    /** It was there, and is not. */
    @JsonProperty("missing")
    MISSING,
    /** It is there, and the audit trail does not know of it. */
    @JsonProperty("unknown")
    UNKNOWN
  }
}
