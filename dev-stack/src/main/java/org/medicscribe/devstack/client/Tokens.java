package org.medicscribe.devstack.client;

/** Where the bearer token comes from. */
@FunctionalInterface
public interface Tokens {

  /** A token that is good now. */
  String current() throws VisitFailure, InterruptedException;
}
