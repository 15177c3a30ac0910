package org.medicscribe.devstack.suite;

/** The suite cannot start or go on. The message is meant for the person at the keyboard. */
public final class SuiteFailure extends Exception {

  private static final long serialVersionUID = 1L;

  public SuiteFailure(String message) {
    super(message);
  }

  public SuiteFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
