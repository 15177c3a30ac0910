package org.medicscribe.gateway.encounter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.events.EncounterId;
import org.medicscribe.gateway.memory.GatewayMemory;
import org.medicscribe.gateway.surroundings.AtTheGateway;
import org.medicscribe.gateway.surroundings.StandInAnswers;
import org.medicscribe.gateway.surroundings.StorageStandIn;

@QuarkusTest
class PassThroughTest extends AtTheGateway {

  @Inject GatewayMemory memory;

  private static final String PROBLEM = "application/problem+json";

  @BeforeEach
  void forget() {
    storage.forgetPassed();
  }

  private RequestSpecification signedIn() {
    return given().auth().oauth2(issuer.tokenOf(CLINICIAN));
  }

  @Test
  void shouldPassAnEncounterThroughWithTheUsersToken() throws InterruptedException {
    // Given
    EncounterId encounter = newVisit();

    // When
    signedIn()
        .header("X-Request-Id", "page-7")
        .get("/api/encounters/" + encounter)
        .then()
        .statusCode(200)
        .header("X-Request-Id", "page-7")
        .header("X-Content-Type-Options", "nosniff")
        .body("patientLabel", equalTo("Ana"));

    // Then
    StorageStandIn.Passed passed = storage.nextPassed();
    assertThat(passed.header("Authorization")).startsWith("Bearer ey");
    assertThat(passed.header("X-Request-Id")).isEqualTo("page-7");
  }

  @Test
  void shouldPassQueryAndBodyThroughUnchanged() throws InterruptedException {
    // Given
    String body = "{\"patientLabel\":\"Ana\",\"keyTerms\":[\"metoprolol\"]}";

    // When
    signedIn()
        .urlEncodingEnabled(false)
        .contentType("application/json")
        .body(body)
        .post("/api/encounters?x=%C3%A9&y=a+b")
        .then()
        .statusCode(201)
        .header("Location", endsWith("/api/encounters/new"));

    // Then
    StorageStandIn.Passed passed = storage.nextPassed();
    assertThat(passed.uri()).isEqualTo("/api/encounters?x=%C3%A9&y=a+b");
    assertThat(passed.text()).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource({"bytes=0-99, 0, 100", "bytes=2999990-3000000, 2999990, 3000001"})
  void shouldPassRangesOfAudioThrough(String range, int from, int to) {
    byte[] part =
        signedIn()
            .header("Range", range)
            .get("/api/encounters/" + newVisit() + "/audio")
            .then()
            .statusCode(206)
            .header("Content-Range", notNullValue())
            .extract()
            .asByteArray();
    assertThat(part).isEqualTo(Arrays.copyOfRange(StandInAnswers.wholeAudio(), from, to));
  }

  @Test
  void shouldStreamAWholeRecordingAndItsHead() {
    String audio = "/api/encounters/" + newVisit() + "/audio";
    byte[] whole = signedIn().get(audio).then().statusCode(200).extract().asByteArray();
    assertThat(whole).isEqualTo(StandInAnswers.wholeAudio());
    signedIn().head(audio).then().statusCode(200).header("Content-Length", "3000001");
  }

  @Test
  void shouldPassAProblemOfStorageThrough() {
    signedIn()
        .get("/api/encounters/" + storage.visitOf("dr.rivera").id())
        .then()
        .statusCode(404)
        .contentType(PROBLEM)
        .body("type", endsWith("encounter-not-found"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/encounters",
        "/api/engines",
        "/api/nowhere",
        "/ws/encounters/0198c5a2-7d3e-7c11-9a55-3f1f0c2b7a10"
      })
  void shouldAskToSignIn(String path) {
    given()
        .get(path)
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", "Bearer")
        .contentType(PROBLEM)
        .body("type", endsWith("sign-in"));
    given().auth().oauth2("not.a.token").get(path).then().statusCode(401).contentType(PROBLEM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/nowhere", "/nowhere", "/ws/encounters/not-an-id"})
  void shouldAnswerWithAProblemWhereNothingIs(String path) {
    signedIn().get(path).then().statusCode(404).contentType(PROBLEM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/recorder", "/recorder/", "/recorder;a=b", "/note/../recorder", "/%72ecorder"})
  void shouldKeepTheClaimBetweenTheServices(String spelling) {
    // Given
    storage.forgetPassed();

    // Then
    signedIn()
        .urlEncodingEnabled(false)
        .contentType("application/json")
        .body("{\"recorderId\":\"x\"}")
        .put("/api/encounters/" + newVisit() + spelling)
        .then()
        .statusCode(404)
        .contentType(PROBLEM);
    assertThat(storage.hasPassed()).isFalse();
  }

  @Test
  void shouldCountWhatIsPassedOnByTheShapeOfItsAddress() {
    // Given
    EncounterId visit = newVisit();

    // When
    signedIn().get("/api/encounters/" + visit + "/note");
    signedIn().get("/api/encounters/" + visit);

    // Then
    assertThat(given().get("/q/metrics").asString())
        .contains("uri=\"/api/encounters/{id}/note\"", "uri=\"/api/encounters/{id}\"")
        .doesNotContain(visit.toString());
  }

  @Test
  void shouldSayBehindTheDoorWhereARequestCameFrom() throws InterruptedException {
    // Given
    storage.forgetPassed();

    // When
    signedIn().header("X-Forwarded-For", "203.0.113.9").get("/api/audit");

    // Then the gateway trusts its own machine as a proxy here, and what it says stands
    assertThat(storage.nextPassed().header("X-Forwarded-For")).isEqualTo("203.0.113.9");
  }

  @Test
  void shouldBoundTheBodyOfARequest() {
    signedIn()
        .contentType("application/json")
        .body("x".repeat(1_100_000))
        .post("/api/encounters")
        .then()
        .statusCode(413)
        .contentType(PROBLEM);
  }

  @Test
  void shouldAskForPatienceWhileStorageIsDown() {
    storage.isDown(true);
    try {
      signedIn()
          .get("/api/encounters")
          .then()
          .statusCode(503)
          .contentType(PROBLEM)
          .body("type", endsWith("storage-unavailable"));
    } finally {
      storage.isDown(false);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/api/health", "/health/ready"})
  void shouldTellEverybodyThatItIsUp(String path) {
    given().get(path).then().statusCode(200).body("status", equalTo("UP"));
  }

  @Test
  void shouldServeTheDescriptionThatIsCommitted() throws IOException {
    String served = given().get("/api/openapi").then().statusCode(200).extract().asString();
    assertThat(served).isEqualTo(Files.readString(Path.of("../docs/openapi.yaml")));
  }

  @Test
  void shouldLetOnlyKnownPagesAsk() {
    given()
        .header("Origin", "https://scribe.example")
        .header("Access-Control-Request-Method", "GET")
        .options("/api/encounters")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", "https://scribe.example");
    given()
        .header("Origin", "https://evil.example")
        .header("Access-Control-Request-Method", "GET")
        .options("/api/encounters")
        .then()
        .statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/encounters?q=%00", "/api/encounters?q=%ff"})
  void shouldRefuseAnAddressThatCannotBeDecoded(String path) {
    signedIn().urlEncodingEnabled(false).get(path).then().statusCode(400);
  }

  @Test
  void shouldRefuseARangeThatIsFarTooLong() {
    signedIn()
        .header("Range", "bytes=0-" + " ".repeat(2_000) + "9")
        .get("/api/encounters/" + newVisit() + "/audio")
        .then()
        .statusCode(431)
        .contentType(PROBLEM)
        .body("type", endsWith("headers-too-large"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b/c", "text/plain"})
  void shouldPassOnNothingButJson(String type) {
    signedIn()
        .header("Content-Type", type)
        .body("{}".getBytes(StandardCharsets.UTF_8))
        .post("/api/encounters")
        .then()
        .statusCode(415)
        .contentType(PROBLEM);
  }

  @Test
  void shouldPassOnNoMemberTwice() {
    signedIn()
        .contentType("application/json")
        .body("{\"text\":\"a\",\"text\":\"b\"}")
        .post("/api/encounters/" + newVisit() + "/note/addenda")
        .then()
        .statusCode(400)
        .body("type", endsWith("malformed-json"));
  }

  @Test
  void shouldGiveBackTheMemoryOfWhatItPassedOn() {
    signedIn().contentType("application/json").body("{}").post("/api/encounters").then();
    Awaitility.await().until(() -> memory.bodies().used() == 0);
  }
}
