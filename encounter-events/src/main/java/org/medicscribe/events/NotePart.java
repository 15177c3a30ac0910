package org.medicscribe.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of thing is said in a section of a note, whatever the section is called. */
public enum NotePart {
  /** What the patient, or somebody for the patient, tells. */
  @JsonProperty("subjective")
  SUBJECTIVE,
  /** What was measured, seen or found. */
  @JsonProperty("objective")
  OBJECTIVE,
  /** What the clinician takes it for. */
  @JsonProperty("assessment")
  ASSESSMENT,
  /** What is to be done. */
  @JsonProperty("plan")
  PLAN
}
