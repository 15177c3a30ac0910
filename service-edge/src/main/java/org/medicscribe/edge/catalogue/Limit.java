package org.medicscribe.edge.catalogue;

/**
 * How much of a thing a person may write: characters, unless said otherwise. Services refuse more,
 * and the page does not let it be typed (see {@code golden/limits.json}).
 */
public enum Limit {
  PATIENT_LABEL(120),
  PATIENT_NAME(200),
  /** The number under which a record system knows a patient. */
  PATIENT_IDENTIFIER(64),
  /** Whose number that is. */
  PATIENT_IDENTIFIER_SYSTEM(200),
  VISIT_TYPE(60),
  /** Words to listen for, counted: as many as a provider takes with one recording. */
  KEY_TERMS(100),
  KEY_TERM(50),
  KEY_TERMS_IN_ALL(2_000),
  CONSENT_WORDING(2_000),
  SEGMENT(4_000),
  STATEMENT(2_000),
  OMISSION_REASON(200),
  ATTESTATION(1_000),
  ADDENDUM(4_000),
  /** Why somebody opens a colleague's visit in an emergency, or gives it to another. */
  ACCESS_REASON(500);

  private final int most;

  Limit(int most) {
    this.most = most;
  }

  public int most() {
    return most;
  }
}
