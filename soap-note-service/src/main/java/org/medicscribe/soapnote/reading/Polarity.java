package org.medicscribe.soapnote.reading;

/** Whether something is said to be, or not to be. */
public enum Polarity {
  AFFIRMED,
  DENIED,
  /** Said in a way that code should not decide: "no longer", "trouble sleeping", "if". */
  UNCLEAR
}
