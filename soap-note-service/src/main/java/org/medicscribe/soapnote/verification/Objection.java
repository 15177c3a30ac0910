package org.medicscribe.soapnote.verification;

/**
 * What a rule has against a statement.
 *
 * @param words those it is about; patient text
 */
record Objection(Weight weight, String words) {

  enum Weight {
    /** Worth a look: the statement may be right, but not by its evidence alone. */
    DOUBT,
    /** The evidence does not say so, or says otherwise. */
    FAILURE
  }

  static Objection doubt(String words) {
    return new Objection(Weight.DOUBT, words);
  }

  static Objection failure(String words) {
    return new Objection(Weight.FAILURE, words);
  }

  @Override
  public String toString() {
    return "Objection[" + weight + "]";
  }
}
