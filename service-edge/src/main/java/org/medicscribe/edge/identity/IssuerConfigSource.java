package org.medicscribe.edge.identity;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Turns the few names an operator sets into the settings of the two token checkers, so that one
 * image serves every kind of issuer:
 *
 * <ul>
 *   <li>{@code OIDC_ISSUER}: any issuer with discovery (Keycloak and most others);
 *   <li>{@code OIDC_ISSUER} and {@code OIDC_JWKS_URL}: an issuer without discovery (Supabase);
 *   <li>{@code JWT_SECRET}: Supabase's legacy shared secret (HS256); {@code OIDC_ISSUER} then names
 *       the expected {@code iss}.
 * </ul>
 *
 * {@code OIDC_AUDIENCE} is the expected {@code aud} of all of them.
 */
public final class IssuerConfigSource implements ConfigSourceFactory {

  static final String DEFAULT_AUDIENCE = "medic-scribe";

  /** Above application.properties (250), below the environment (300). */
  private static final int ORDINAL = 275;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    Map<String, String> settings =
        settings(
            value(context, "JWT_SECRET"),
            value(context, "OIDC_ISSUER"),
            value(context, "OIDC_JWKS_URL"),
            value(context, "OIDC_AUDIENCE").orElse(DEFAULT_AUDIENCE));
    return List.of(new PropertiesConfigSource(settings, "issuer", ORDINAL));
  }

  static Map<String, String> settings(
      Optional<String> secret, Optional<String> issuer, Optional<String> jwksUrl, String audience) {
    Map<String, String> settings = new HashMap<>();
    // A token must name a person, and expire; both checkers are told what to expect.
    settings.put("quarkus.oidc.application-type", "service");
    settings.put("quarkus.oidc.token.subject-required", "true");
    settings.put("quarkus.oidc.token.principal-claim", "sub");
    settings.put("quarkus.oidc.token.audience", audience);
    settings.put("mp.jwt.verify.audiences", audience);
    issuer.ifPresent(name -> {
      settings.put("quarkus.oidc.auth-server-url", name);
      settings.put("quarkus.oidc.token.issuer", name);
      settings.put("mp.jwt.verify.issuer", name);
    });
    // Said in every case: what holds while the application is built becomes its default.
    boolean byIssuer = secret.isEmpty() && issuer.isPresent();
    settings.put("quarkus.oidc.tenant-enabled", Boolean.toString(byIssuer));
    settings.put("quarkus.oidc.discovery-enabled", Boolean.toString(jwksUrl.isEmpty()));
    jwksUrl.ifPresent(url -> settings.put("quarkus.oidc.jwks-path", url));
    if (secret.isPresent()) {
      settings.put("smallrye.jwt.verify.algorithm", "HS256");
      settings.put("smallrye.jwt.verify.secretkey", jwk(secret.get()));
    }
    // Keeps the development mode from making up a key pair that would sign anything.
    settings.put("mp.jwt.verify.publickey", "NONE");
    return settings;
  }

  private static String jwk(String secret) {
    String key =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(secret.getBytes(StandardCharsets.UTF_8));
    return "{\"kty\":\"oct\",\"alg\":\"HS256\",\"k\":\"" + key + "\"}";
  }

  private static Optional<String> value(ConfigSourceContext context, String name) {
    ConfigValue value = context.getValue(name);
    return Optional.ofNullable(value == null ? null : value.getValue())
        .filter(text -> !text.isBlank());
  }
}
