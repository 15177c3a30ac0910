package org.medicscribe.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a visit stands, from its creation to the signed note. storage-service decides it. */
public enum EncounterState {
  /** Nothing recorded yet. */
  @JsonProperty("planned")
  PLANNED,
  /** Audio has come, and more may come. */
  @JsonProperty("recording")
  RECORDING,
  /** The recording has ended, the transcript is not complete yet. */
  @JsonProperty("transcribing")
  TRANSCRIBING,
  /** The transcript is complete, a note is being written. */
  @JsonProperty("drafting")
  DRAFTING,
  /** A note waits for the clinician. */
  @JsonProperty("review")
  REVIEW,
  /** No note could be written; a person has to decide what to do. */
  @JsonProperty("needs-attention")
  NEEDS_ATTENTION,
  /** The note is signed and locked. */
  @JsonProperty("signed")
  SIGNED,
  /** Consent was withdrawn; audio and transcript are gone. */
  @JsonProperty("withdrawn")
  WITHDRAWN
}
