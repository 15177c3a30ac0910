package org.medicscribe.storage.encounter;

/** Why somebody may not do something with an encounter now. */
public enum Refusal {
  /** There is none, or it is somebody else's: the two look alike. */
  NOT_FOUND,
  NO_CONSENT,
  CONSENT_WITHDRAWN,
  RECORDING_ENDED,
  ANOTHER_RECORDER,
  /** One of the two is a finished recording, which shares a visit with no other. */
  ANOTHER_RECORDING,
  NOTE_SIGNED,
  NOTE_NOT_SIGNED,
  TRANSCRIPT_INCOMPLETE,
  /** As many as anybody reads; what is added is shown whole, each time. */
  TOO_MANY_ADDENDA,
  TOO_MANY_DECISIONS
}
