package org.medicscribe.gateway.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.medicscribe.gateway.surroundings.AtTheGateway;
import org.medicscribe.gateway.surroundings.TightLimits;

@QuarkusTest
@TestProfile(TightLimits.class)
class RateLimitAtTheDoorTest extends AtTheGateway {

  /** As the proxy before the gateway says; nobody else comes from there. */
  private static final String ADDRESS = "203.0.113.7";

  private RequestSpecification as(String user) {
    return given().header("X-Forwarded-For", ADDRESS).auth().oauth2(issuer.tokenOf(user));
  }

  private int ask(String user) {
    return as(user).get("/api/engines").statusCode();
  }

  @Test
  void shouldHoldBackAUserThenAnAddressThatAsksTooOften() {
    for (int i = 0; i < TightLimits.REQUESTS; i++) {
      assertThat(ask("busy")).isEqualTo(200);
    }
    as("busy")
        .get("/api/engines")
        .then()
        .statusCode(429)
        .header("Retry-After", Integer::parseInt, lessThanOrEqualTo(3600))
        .contentType("application/problem+json")
        .body("type", endsWith("too-many-requests"));
    assertThat(ask("another")).isEqualTo(200);
    for (int i = 0; i < TightLimits.REQUESTS * (TightLimits.USERS - 1); i++) {
      ask("user-" + i);
    }
    assertThat(ask("yet-another")).isEqualTo(429);
  }

  @Test
  void shouldNotDraftWithoutEndForOneUser() {
    String notes = "/api/encounters/" + storage.visitOf("writer").id() + "/notes";
    for (int i = 0; i < 2; i++) {
      assertThat(writer().post(notes).statusCode()).isEqualTo(201);
    }
    writer().post(notes).then().statusCode(429).body("type", endsWith("too-many-requests"));
    assertThat(writer().get(notes).statusCode()).isEqualTo(201);
  }

  private RequestSpecification writer() {
    return given().header("X-Forwarded-For", "203.0.113.8").auth().oauth2(issuer.tokenOf("writer"));
  }
}
