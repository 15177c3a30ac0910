package org.medicscribe.storage.testing;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

/** Tokens as the issuer of the tests signs them. */
public final class Tokens {

  public static final String SECRET = "a-secret-shared-with-the-issuer-of-the-test";
  public static final String ISSUER = "https://issuer.example";

  private Tokens() {}

  public static String of(String subject, String tenant, String role) {
    return of(subject, subject, tenant, role);
  }

  public static String of(String subject, String name, String tenant, String role) {
    return Jwt.claims()
        .issuer(ISSUER)
        .audience("medic-scribe")
        .subject(subject)
        .claim("name", name)
        .claim("tenant", tenant)
        .claim("roles", Set.of(role))
        .expiresIn(Duration.ofMinutes(30))
        .jws()
        .algorithm(SignatureAlgorithm.HS256)
        .sign(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
  }
}
