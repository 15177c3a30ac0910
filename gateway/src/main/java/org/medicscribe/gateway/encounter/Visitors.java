package org.medicscribe.gateway.encounter;

import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import org.medicscribe.edge.identity.CallerReader;
import org.medicscribe.events.EncounterId;

/** Reads who stands at the door of an encounter. */
@Singleton
public class Visitors {

  private final CallerReader callers;

  Visitors(CallerReader callers) {
    this.callers = callers;
  }

  /** The visitor behind an identity that a bearer token has proven. */
  public Visitor of(EncounterId encounter, SecurityIdentity identity) {
    return new Visitor(
        encounter,
        callers.callerOf(identity),
        identity.getCredential(TokenCredential.class).getToken());
  }
}
