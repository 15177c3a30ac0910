package org.medicscribe.events;

/** Who has to act on a failure; it alone decides HTTP status, retry and alert. */
public enum FailureKind {
  /** The request itself is wrong: never retried, the user is told what to change. */
  CALLER,
  /** A defect of ours: not retried, alerts. */
  INTERNAL,
  /** Too much at once: retried later, the user is asked to wait. */
  CAPACITY,
  /** A provider or a neighbour does not answer as agreed: retried with a pause. */
  EXTERNAL;

  public boolean isRetried() {
    return switch (this) {
      case CAPACITY, EXTERNAL -> true;
      case CALLER, INTERNAL -> false;
    };
  }
}
