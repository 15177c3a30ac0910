package org.medicscribe.soapnote.reading;

/** How sure a speaker is of what is said, from the surest on. */
public enum Certainty {
  STATED,
  /** "May", "probably", "we talked about": it may be so. */
  HEDGED,
  /** "If", "the risk of": it is so only under a condition, or may come to be. */
  CONDITIONAL,
  /** "I read on the internet": somebody else says so. */
  HEARSAY,
  /** "I doubt", "unlikely", "ruled out". */
  DOUBTED
}
