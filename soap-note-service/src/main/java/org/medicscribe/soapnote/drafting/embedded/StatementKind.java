package org.medicscribe.soapnote.drafting.embedded;

/** How a statement came about. */
enum StatementKind {
  /** What the patient tells, in the third person. */
  REPORT,
  /** A question and its short answer. */
  ANSWER,
  /** What the clinician finds or states. */
  FINDING,
  /** What the clinician thinks it is. */
  IMPRESSION,
  /** What the clinician is going to do. */
  ORDER,
  /** What the patient is told to do. */
  ADVICE,
  /** What somebody said, as it was said. */
  QUOTE
}
