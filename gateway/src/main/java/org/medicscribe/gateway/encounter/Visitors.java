package org.medicscribe.gateway.encounter;

import static java.util.Objects.requireNonNull;

import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.medicscribe.edge.identity.CallerReader;
import org.medicscribe.events.EncounterId;

/** Reads who stands at the door of an encounter. */
@Singleton
public class Visitors {

  private final CallerReader callers;

  Visitors(CallerReader callers) {
    this.callers = callers;
  }

  /** Who is signed in, by the {@code SignIn} that every request comes through. */
  public static SecurityIdentity signedIn(RoutingContext request) {
    return requireNonNull((QuarkusHttpUser) request.user(), "nobody is signed in")
        .getSecurityIdentity();
  }

  /** The visitor behind an identity that a bearer token has proven. */
  public Visitor of(EncounterId encounter, SecurityIdentity identity) {
    return new Visitor(
        encounter,
        callers.callerOf(identity),
        identity.getCredential(TokenCredential.class).getToken(),
        Instant.ofEpochSecond(((JsonWebToken) identity.getPrincipal()).getExpirationTime()));
  }
}
