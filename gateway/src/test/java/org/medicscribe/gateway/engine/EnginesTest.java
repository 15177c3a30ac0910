package org.medicscribe.gateway.engine;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.medicscribe.gateway.surroundings.AtTheGateway;
import org.medicscribe.gateway.surroundings.EngineStandIn;
import org.medicscribe.gateway.surroundings.EngineStandIn.Engine;

/** What the gateway tells of the engines is what the services tell, whatever they run. */
@QuarkusTest
class EnginesTest extends AtTheGateway {

  @AfterEach
  void asBefore() {
    serve(EngineStandIn.RECOGNISER, EngineStandIn.DRAFTER);
  }

  private RequestSpecification signedIn() {
    return given().auth().oauth2(issuer.tokenOf(CLINICIAN));
  }

  private String told(String path) {
    return signedIn().get("/api/engines").path(path);
  }

  private void serve(Engine transcription, Engine note) {
    engines.serve(transcription, note);
    await().until(() -> transcription.name().equals(told("transcription.name")));
    await().until(() -> note.name().equals(told("note.name")));
  }

  @Test
  void shouldTellWhatTheServicesTell() {
    // When
    serve(
        new Engine("deepgram nova-3-medical", false, List.of("en", "es", "multi")),
        new Engine("openai-compatible llama", false, List.of("en", "es")));

    // Then
    signedIn()
        .get("/api/engines")
        .then()
        .statusCode(200)
        .body("transcription.embedded", equalTo(false))
        .body("note.embedded", equalTo(false))
        .body("note.languages", contains("en", "es"))
        .body("languages", contains("en", "es", "multi"));
  }

  @Test
  void shouldTellOfEachServiceByItself() {
    // When
    serve(
        new Engine("deepgram nova-3-medical", false, List.of("en", "es", "multi")),
        EngineStandIn.DRAFTER);

    // Then
    signedIn()
        .get("/api/engines")
        .then()
        .body("transcription.embedded", equalTo(false))
        .body("note.embedded", equalTo(true))
        .body("note.languages", contains("en"));
  }

  @Test
  void shouldRefuseALanguageThatNobodyHereUnderstands() {
    // Given
    serve(EngineStandIn.RECOGNISER, EngineStandIn.DRAFTER);

    // Then
    signedIn()
        .contentType("application/json")
        .body("{\"patientLabel\":\"Ana\",\"language\":\"es\"}")
        .post("/api/encounters")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", endsWith("language-unsupported"))
        .body("detail", equalTo("Choose one that is: en."))
        .body("languages", contains("en"));
  }

  @Test
  void shouldPassOnALanguageThatTheEngineUnderstands() {
    // Given
    serve(new Engine("another", false, List.of("es")), EngineStandIn.DRAFTER);

    // Then
    signedIn()
        .contentType("application/json")
        .body("{\"patientLabel\":\"Ana\",\"language\":\"es\"}")
        .post("/api/encounters")
        .then()
        .statusCode(201);
  }
}
