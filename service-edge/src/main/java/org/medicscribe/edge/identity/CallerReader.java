package org.medicscribe.edge.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Reads a verified token as a {@link Caller}; the same for every kind of issuer. */
@ApplicationScoped
public class CallerReader {

  /** Supabase gives tokens to visitors who have said nothing about themselves. */
  private static final String ANONYMOUS = "is_anonymous";

  private final IdentityConfig config;
  private final InstantSource clock = InstantSource.system();

  CallerReader(IdentityConfig config) {
    this.config = config;
  }

  /**
   * The caller behind an authenticated identity.
   *
   * @throws AuthenticationFailedException when the token names nobody
   * @throws IllegalStateException when the identity carries no token: a door that asks for the
   *     caller must require authentication
   */
  public Caller callerOf(SecurityIdentity identity) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      throw new IllegalStateException("no token: this door does not require authentication");
    }
    refuseWhoShouldNotBeIn(token);
    Set<Role> roles =
        texts(claim(token, config.rolesClaim())).stream()
            .flatMap(name -> Role.ofClaim(name).stream())
            .collect(Collectors.toSet());
    if (roles.isEmpty()) {
      roles = config.defaultRole().map(Set::of).orElse(Set.of());
    }
    String subject = writable(Optional.ofNullable(token.getSubject()).orElse(""));
    String name = text(token, config.nameClaim()).orElse(subject);
    String tenant =
        text(token, config.tenantClaim())
            .or(config::defaultTenant)
            .orElseThrow(() -> new AuthenticationFailedException("a token that names no clinic"));
    return new Caller(subject, writable(name), writable(tenant), roles);
  }

  /** The issuer has let in more than we do. */
  private void refuseWhoShouldNotBeIn(JsonWebToken token) {
    Object anonymous = token.getClaim(ANONYMOUS);
    if (anonymous != null && "true".equals(anonymous.toString())) {
      throw new AuthenticationFailedException("a token of nobody in particular");
    }
    Instant oldest = clock.instant().minus(config.longestTokenAge());
    if (Instant.ofEpochSecond(token.getIssuedAtTime()).isBefore(oldest)) {
      throw new AuthenticationFailedException("a token that is too old, or does not say how old");
    }
    Optional<List<String>> assurance = config.assurance();
    if (assurance.isPresent()
        && texts(claim(token, config.assuranceClaim())).stream()
            .noneMatch(assurance.get()::contains)) {
      throw new AuthenticationFailedException("a sign-in that is not strong enough");
    }
  }

  /** What names somebody can be shown, stored and compared; a token of nobody is none. */
  private static String writable(String name) {
    if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
      throw new AuthenticationFailedException("a token that names nobody");
    }
    return name;
  }

  private static Optional<String> text(JsonWebToken token, String path) {
    return texts(claim(token, path)).stream().filter(text -> !text.isBlank()).findFirst();
  }

  private static @Nullable Object claim(JsonWebToken token, String path) {
    String[] steps = path.split("/");
    Object value = token.getClaim(steps[0]);
    for (int i = 1; i < steps.length; i++) {
      value = value instanceof JsonObject object ? object.get(steps[i]) : null;
    }
    return value;
  }

  private static List<String> texts(@Nullable Object claim) {
    return switch (claim) {
      case String text -> List.of(text);
      case JsonString text -> List.of(text.getString());
      case JsonArray array ->
          array.stream().map((JsonValue v) -> texts(v)).flatMap(List::stream).toList();
      case Collection<?> collection -> collection.stream().map(Object::toString).toList();
      case null, default -> List.of();
    };
  }
}
