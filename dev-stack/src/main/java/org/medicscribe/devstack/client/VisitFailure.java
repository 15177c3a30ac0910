package org.medicscribe.devstack.client;

import org.jspecify.annotations.Nullable;

/** The visit cannot go on. The message is meant for the person at the keyboard. */
public final class VisitFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean isPassing;

  public VisitFailure(String message) {
    super(message);
    this.isPassing = false;
  }

  public VisitFailure(String message, Throwable cause) {
    super(message, cause);
    this.isPassing = false;
  }

  private VisitFailure(String message, boolean isPassing, @Nullable Throwable cause) {
    super(message, cause);
    this.isPassing = isPassing;
  }

  /** One that is likely to pass by itself. */
  static VisitFailure passing(String message, @Nullable Throwable cause) {
    return new VisitFailure(message, true, cause);
  }

  /** Whether whoever has begun something does well to try again. */
  boolean isPassing() {
    return isPassing;
  }
}
