package org.medicscribe.gateway.door;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.medicscribe.edge.problem.Problems;
import org.medicscribe.gateway.limit.CallerLimits;
import org.medicscribe.gateway.problem.ProblemWriter;

/**
 * Lets in who is signed in and does not ask too often. A body waits, unread, until somebody takes
 * it.
 */
@Singleton
class SignIn implements Handler<RoutingContext> {

  /** By it the socket server closes a connection when its token expires. */
  private static final String EXPIRY = "quarkus.identity.expire-time";

  private final IdentityProviderManager identities;
  private final CallerLimits limits;
  private final ProblemWriter problems;

  SignIn(IdentityProviderManager identities, CallerLimits limits, ProblemWriter problems) {
    this.identities = identities;
    this.limits = limits;
    this.problems = problems;
  }

  @Override
  public void handle(RoutingContext request) {
    request.request().pause();
    QuarkusHttpUser.getSecurityIdentity(request, identities)
        .subscribe()
        .with(identity -> letIn(request, identity), failure -> problems.write(request, failure));
  }

  private void letIn(RoutingContext request, SecurityIdentity identity) {
    if (identity.isAnonymous()) {
      problems.write(request, Problems.SIGN_IN);
      return;
    }
    Duration wait = limits.askUser(identity.getPrincipal().getName());
    if (wait.isPositive()) {
      problems.tooMany(request, wait);
      return;
    }
    QuarkusHttpUser.setIdentity(withoutExpiry(identity), request);
    request.next();
  }

  /**
   * A recording does not end because its token does; for watchers, the socket itself sees to it.
   */
  private static SecurityIdentity withoutExpiry(SecurityIdentity identity) {
    return QuarkusSecurityIdentity.builder(identity).addAttribute(EXPIRY, "outlived").build();
  }
}
