package org.medicscribe.edge.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@TestProfile(SharedSecretTest.WithSecret.class)
class SharedSecretTest {

  private static final String SECRET = "a-secret-shared-with-the-issuer-of-the-test";
  private static final String ISSUER = "https://project.example/auth/v1";

  /** As an installation on Supabase's legacy tokens is set up. */
  public static final class WithSecret implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "JWT_SECRET",
          SECRET,
          "OIDC_ISSUER",
          ISSUER,
          "OIDC_AUDIENCE",
          "authenticated",
          "medic-scribe.identity.default-role",
          "clinician",
          "medic-scribe.identity.assurance-claim",
          "aal",
          "medic-scribe.identity.assurance",
          "aal2");
    }
  }

  private static JwtClaimsBuilder claims() {
    return Jwt.claims()
        .issuer(ISSUER)
        .audience("authenticated")
        .subject("dr.rivera")
        .claim("tenant", "clinic-a")
        .claim("aal", "aal2")
        .expiresIn(Duration.ofMinutes(5));
  }

  private static String signed(JwtClaimsBuilder claims, String secret) {
    return claims
        .jws()
        .algorithm(io.smallrye.jwt.algorithm.SignatureAlgorithm.HS256)
        .sign(
            new SecretKeySpec(
                secret.getBytes(java.nio.charset.StandardCharsets.UTF_8), "HmacSHA256"));
  }

  @Test
  void shouldKnowTheCallerOfATokenSignedWithTheSecret() {
    given()
        .auth()
        .oauth2(signed(claims().claim("tenant", "clinic-a"), SECRET))
        .get("/test/caller")
        .then()
        .statusCode(200)
        .body("subject", equalTo("dr.rivera"))
        .body("tenant", equalTo("clinic-a"))
        .body("roles", contains("CLINICIAN"));
  }

  @Test
  void shouldPreferTheRolesOfTheTokenToTheDefault() {
    given()
        .auth()
        .oauth2(signed(claims().claim("roles", Set.of("auditor")), SECRET))
        .get("/test/caller")
        .then()
        .statusCode(200)
        .body("roles", contains("AUDITOR"));
  }

  static Stream<Arguments> refusedTokens() {
    return Stream.of(
        Arguments.of("another secret", signed(claims(), SECRET + "!")),
        Arguments.of("another audience", signed(claims().audience("other"), SECRET)),
        Arguments.of("another issuer", signed(claims().issuer("https://other.example"), SECRET)),
        Arguments.of(
            "expired",
            signed(claims().expiresAt(Instant.now().minus(Duration.ofMinutes(5))), SECRET)),
        Arguments.of(
            "of nobody in particular", signed(claims().claim("is_anonymous", true), SECRET)),
        Arguments.of("without a second factor", signed(claims().claim("aal", "aal1"), SECRET)),
        Arguments.of("of no clinic", signed(claims().claim("tenant", ""), SECRET)),
        Arguments.of(
            "older than a day",
            signed(claims().issuedAt(Instant.now().minus(Duration.ofHours(25))), SECRET)),
        Arguments.of("no token at all", "x"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedTokens")
  void shouldAskToSignInForATokenThatDoesNotHold(String why, String token) {
    given()
        .auth()
        .oauth2(token)
        .get("/test/caller")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("type", equalTo("https://medicscribe.org/problems/sign-in"));
  }
}
