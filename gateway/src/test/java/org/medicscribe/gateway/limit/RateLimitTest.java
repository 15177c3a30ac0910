package org.medicscribe.gateway.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.gateway.surroundings.AtTheGateway;

@QuarkusTest
@TestProfile(RateLimitTest.Strict.class)
class RateLimitTest extends AtTheGateway {

  /** Three requests a minute. */
  public static final class Strict implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "gateway.rate-limit.enabled", "true",
          "gateway.rate-limit.requests", "3",
          "gateway.rate-limit.users-per-address", "3");
    }
  }

  private int ask(String user) {
    return given().auth().oauth2(issuer.tokenOf(user)).get("/api/engines").statusCode();
  }

  @Test
  void shouldHoldBackAUserThenAnAddressThatAsksTooOften() {
    for (int i = 0; i < 3; i++) {
      assertThat(ask("busy")).isEqualTo(200);
    }
    given()
        .auth()
        .oauth2(issuer.tokenOf("busy"))
        .get("/api/engines")
        .then()
        .statusCode(429)
        .header("Retry-After", Integer::parseInt, lessThanOrEqualTo(60))
        .contentType("application/problem+json")
        .body("type", endsWith("too-many-requests"));
    assertThat(ask("another")).isEqualTo(200);
    for (int i = 0; i < 8; i++) {
      ask("user-" + i);
    }
    assertThat(ask("yet-another")).isEqualTo(429);
  }

  @Test
  void shouldCountEveryCallerApart() {
    // Given
    RateLimit limit = new RateLimit(1, Duration.ofMinutes(1), 10);
    assertThat(limit.ask("a")).isZero();

    // When
    Duration wait = limit.ask("a");

    // Then
    assertThat(wait).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1));
    assertThat(limit.ask("b")).isZero();
  }
}
