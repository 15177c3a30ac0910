package org.medicscribe.devstack.client;

/** The visit cannot go on. The message is meant for the person at the keyboard. */
public final class VisitFailure extends Exception {

  private static final long serialVersionUID = 1L;

  public VisitFailure(String message) {
    super(message);
  }

  public VisitFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
