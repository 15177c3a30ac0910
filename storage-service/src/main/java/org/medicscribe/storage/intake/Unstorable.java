package org.medicscribe.storage.intake;

/**
 * Why a record goes to the dead-letter topic. Its message becomes a header of the dead letter: it
 * names the kind of failure and nothing of the record's content, and it has no cause.
 */
public final class Unstorable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private Unstorable(String reason) {
    super(reason, null, false, false);
  }

  /** The kind of failure, for an operator. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  public static Unstorable malformed(String reason) {
    return new Unstorable("CALLER: " + reason);
  }

  public static Unstorable unknownEncounter() {
    return new Unstorable("CALLER: unknown encounter");
  }

  public static Unstorable notAskedFor() {
    return new Unstorable("CALLER: a draft that nobody asked for");
  }

  static Unstorable defect(Throwable failure) {
    return new Unstorable("INTERNAL: " + failure.getClass().getSimpleName());
  }
}
