package org.medicscribe.edge.identity;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JWTAuthMechanism;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * Leaves a token to the one checker that the installation is set up for. Without it both would
 * claim the bearer token, and the one that is not set up could refuse it first.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class IssuerMechanism implements HttpAuthenticationMechanism {

  private final HttpAuthenticationMechanism checker;

  IssuerMechanism(JWTAuthMechanism secret, OidcAuthenticationMechanism issuer, Config config) {
    Optional<String> shared = config.getOptionalValue("JWT_SECRET", String.class);
    this.checker = shared.filter(text -> !text.isBlank()).isPresent() ? secret : issuer;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identityProviders) {
    return checker.authenticate(context, identityProviders);
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return checker.getChallenge(context);
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return checker.getCredentialTypes();
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
    return checker.getCredentialTransport(context);
  }
}
