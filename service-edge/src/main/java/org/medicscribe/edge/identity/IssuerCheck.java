package org.medicscribe.edge.identity;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Refuses to start a service that could let nobody in, or that trusts a guessable secret. */
@ApplicationScoped
class IssuerCheck {

  /** RFC 7518, section 3.2: a key for HS256 has at least the size of its hash. */
  private static final int SHORTEST_SECRET = 32;

  void onStart(@Observes StartupEvent start, Config config) {
    check(
        config.getOptionalValue("quarkus.oidc.auth-server-url", String.class),
        config.getOptionalValue("JWT_SECRET", String.class));
  }

  static void check(Optional<String> issuer, Optional<String> secret) {
    if (secret.filter(text -> !text.isBlank()).isPresent()) {
      if (secret.get().length() < SHORTEST_SECRET) {
        throw new IllegalStateException(
            "JWT_SECRET is too short to be safe: use at least "
                + SHORTEST_SECRET
                + " characters, the same as at the issuer");
      }
      if (issuer.isEmpty()) {
        throw new IllegalStateException(
            "JWT_SECRET alone would take the tokens of any issuer that knows it: set OIDC_ISSUER"
                + " to the issuer that its tokens name, such as"
                + " https://YOUR-PROJECT.supabase.co/auth/v1");
      }
    } else if (issuer.isEmpty()) {
      throw new IllegalStateException(
          "Nobody could sign in: set OIDC_ISSUER to your issuer's address (and OIDC_JWKS_URL if it"
              + " has no discovery), or JWT_SECRET to Supabase's shared secret");
    }
  }
}
