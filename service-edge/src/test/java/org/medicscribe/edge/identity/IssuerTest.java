package org.medicscribe.edge.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.smallrye.jwt.build.Jwt;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OidcWiremockTestResource.class)
class IssuerTest {

  private static String token(Set<String> roles) {
    return Jwt.subject("dr.chen")
        .issuer(ConfigProvider.getConfig().getValue("OIDC_ISSUER", String.class))
        .audience("medic-scribe")
        .claim("roles", List.copyOf(roles))
        .claim("tenant", "clinic-b")
        .expiresIn(300)
        .sign();
  }

  @Test
  void shouldKnowTheCallerOfATokenOfTheIssuer() {
    given()
        .auth()
        .oauth2(token(Set.of("clinician", "administrator", "unheard-of")))
        .get("/test/caller")
        .then()
        .statusCode(200)
        .body("subject", equalTo("dr.chen"))
        .body("tenant", equalTo("clinic-b"))
        .body("roles", containsInAnyOrder("CLINICIAN", "ADMINISTRATOR"));
  }

  @Test
  void shouldAskToSignInWithoutAToken() {
    given()
        .get("/test/caller")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", "Bearer")
        .contentType("application/problem+json")
        .body("status", equalTo(401))
        .body("detail", equalTo("Sign in again; what is already saved stays saved."));
  }

  @Test
  void shouldDenyADoorThatSaysNotWhoMayEnter() {
    given()
        .auth()
        .oauth2(token(Set.of("administrator")))
        .get("/test/unannotated")
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
  }

  @Test
  void shouldAnswerARefusalWithItsProblem() {
    given()
        .get("/test/refused")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("https://medicscribe.org/problems/position-gap"))
        .body("expected", equalTo(16_000));
  }

  @Test
  void shouldAnswerADefectWithoutItsMessage() {
    given()
        .get("/test/broken")
        .then()
        .statusCode(500)
        .contentType("application/problem+json")
        .body(not(containsString("Jones")))
        .body(not(containsString("Exception")));
  }

  @Test
  void shouldAnswerUnknownPathsMethodsAndContentWithProblems() {
    given().get("/test/nowhere").then().statusCode(404).contentType("application/problem+json");
    given().get("/nowhere").then().statusCode(404);
    given().delete("/test/refused").then().statusCode(405).contentType("application/problem+json");
    given()
        .contentType("text/plain")
        .body("x")
        .post("/test/body")
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
  }

  @Test
  void shouldAnswerABodyThatIsNotTheExpectedJson() {
    for (String body : new String[] {"{", "{\"number\":\"Jones\"}", "[]"}) {
      given()
          .contentType("application/json")
          .body(body)
          .post("/test/body")
          .then()
          .statusCode(400)
          .contentType("application/problem+json")
          .body(not(containsString("Jones")));
    }
  }
}
