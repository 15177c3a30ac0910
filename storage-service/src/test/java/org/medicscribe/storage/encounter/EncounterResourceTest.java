package org.medicscribe.storage.encounter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.events.Decoded;
import org.medicscribe.events.EventJson;
import org.medicscribe.events.LiveEvent;
import org.medicscribe.events.LiveEvent.RecorderClaimed;
import org.medicscribe.events.Topics;
import org.medicscribe.storage.testing.Broker;
import org.medicscribe.storage.testing.SuiteParts;
import org.medicscribe.storage.testing.Tokens;
import org.medicscribe.storage.testing.Visit;

@QuarkusTest
@QuarkusTestResource(SuiteParts.class)
class EncounterResourceTest {

  private final String rivera = Tokens.of("dr.rivera", "clinic-a", "clinician");

  /** Somebody without encounters yet. */
  private final String newcomer = Tokens.of("dr." + UUID.randomUUID(), "clinic-a", "clinician");

  @Test
  void shouldShowWhatWasCreated() {
    given()
        .auth()
        .oauth2(rivera)
        .contentType("application/json")
        .body(Map.of("patientLabel", "Ana", "keyTerms", List.of("metoprolol")))
        .post("/api/encounters")
        .then()
        .statusCode(201)
        .header("Location", not(nullValue()))
        .body("owner.subject", equalTo("dr.rivera"))
        .body("owner.tenant", equalTo("clinic-a"))
        .body("patientLabel", equalTo("Ana"))
        .body("language", equalTo("en"))
        .body("template", equalTo("soap"))
        .body("keyTerms", contains("metoprolol"))
        .body("state", equalTo("planned"))
        .body("$", not(hasKey("consent")))
        .body("$", not(hasKey("recording")))
        .body("$", not(hasKey("engines")))
        .body("coverage.storedSamples", equalTo(0))
        .body("coverage", not(hasKey("recordedSamples")));
  }

  @Test
  void shouldNameTheOwnerWhereverItShowsAnEncounter() {
    // Given
    Visit visit = Visit.create(newcomer);
    String subject = Visit.as(newcomer).get(visit.path()).path("owner.subject");

    // Then
    assertThat(subject).startsWith("dr.");
    Visit.as(newcomer).get(visit.path()).then().body("owner.tenant", equalTo("clinic-a"));
    Visit.as(newcomer)
        .get("/api/encounters")
        .then()
        .body("items.owner.subject", contains(subject))
        .body("items.owner.tenant", contains("clinic-a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/transcript",
        "/note",
        "/notes",
        "/notes/1",
        "/audio",
        "/audit",
      })
  void shouldHideAnEncounterFromEverybodyElse(String below) {
    // Given
    Visit visit = Visit.recording(rivera);
    List<String> strangers =
        List.of(
            Tokens.of("dr.chen", "clinic-a", "clinician"),
            Tokens.of("dr.rivera", "clinic-b", "clinician"));

    for (String stranger : strangers) {
      // When
      Response response = Visit.as(stranger).get(visit.path() + below);

      // Then
      response.then().statusCode(404).body("type", endsWith("/encounter-not-found"));
    }
  }

  @Test
  void shouldLetNobodyElseChangeAnEncounter() {
    // Given
    Visit visit = Visit.recording(rivera);
    String chen = Tokens.of("dr.chen", "clinic-a", "clinician");

    // Then
    Visit.as(chen)
        .contentType("application/json")
        .body(Map.of("recorderId", "phone", "takeOver", true))
        .put(visit.path() + "/recorder")
        .then()
        .statusCode(404);
    Visit.as(chen)
        .contentType("application/json")
        .body(Map.of("decision", "withdrawn", "method", "spoken", "givenBy", "patient"))
        .post(visit.path() + "/consent")
        .then()
        .statusCode(404);
    Visit.as(chen)
        .contentType("application/json")
        .body(Map.of())
        .post(visit.path() + "/notes")
        .then()
        .statusCode(404);
  }

  @Test
  void shouldAskWhoIsCallingAndShowPatientsToCliniciansOnly() {
    given().get("/api/encounters").then().statusCode(401).body("type", endsWith("/sign-in"));
    for (String role : List.of("administrator", "auditor", "unheard-of")) {
      Visit.as(Tokens.of("somebody", "clinic-a", role))
          .get("/api/encounters")
          .then()
          .statusCode(403)
          .body("type", endsWith("/forbidden"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "../x", "0198c5a2-7d3e-4c11-9a55-3f1f0c2b7a10"})
  void shouldFindNothingUnderAnIdThatIsNone(String id) {
    Visit.as(rivera).get("/api/encounters/{id}", id).then().statusCode(404);
  }

  @Test
  void shouldSayWhichFieldDoesNotFit() {
    Visit.as(rivera)
        .contentType("application/json")
        .body(Map.of("patientLabel", "Ana", "language", "xx"))
        .post("/api/encounters")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", endsWith("/invalid-request"))
        .body("fields.language", equalTo("Choose en, es or multi."));
    Visit.as(rivera)
        .contentType("application/json")
        .body("{\"patientLabel\":")
        .post("/api/encounters")
        .then()
        .statusCode(400)
        .body("type", endsWith("/malformed-json"));
    Visit.as(rivera).contentType("application/json").post("/api/encounters").then().statusCode(400);
    Visit.as(rivera).get("/api/encounters?limit=101&from=yesterday").then().statusCode(400);
  }

  @Test
  void shouldListNewestFirstPageByPage() {
    // Given
    List<String> created = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      created.addFirst(
          Visit.create(newcomer, Map.of("patientLabel", "Patient " + i)).id().toString());
    }

    // When
    List<String> listed = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      Response page = Visit.as(newcomer).get("/api/encounters?limit=2&cursor=" + cursor);
      listed.addAll(page.jsonPath().getList("items.id", String.class));
      cursor = page.path("next");
    }

    // Then
    assertThat(listed).isEqualTo(created);
  }

  @Test
  void shouldFindByLabelStateAndTime() {
    // Given
    Visit.create(newcomer, Map.of("patientLabel", "Ana 100% sure"));
    Visit.create(newcomer, Map.of("patientLabel", "Ben"));

    // Then
    Visit.as(newcomer)
        .contentType("application/json")
        .body(Map.of("q", "ANA"))
        .post("/api/encounters/search")
        .then()
        .body("items.patientLabel", contains("Ana 100% sure"));
    Visit.as(newcomer)
        .contentType("application/json")
        .body(Map.of("q", "%"))
        .post("/api/encounters/search")
        .then()
        .body("items", hasSize(1));
    Visit.as(newcomer).get("/api/encounters?state=review").then().body("items", hasSize(0));
    Visit.as(newcomer)
        .get("/api/encounters?state=planned")
        .then()
        .body("items.state", everyItem(equalTo("planned")))
        .body("items", hasSize(2));
    Visit.as(newcomer)
        .get("/api/encounters?from=2100-01-01T00:00:00Z")
        .then()
        .body("items", hasSize(0));
    Visit.as(newcomer)
        .get("/api/encounters?to=2100-01-01T00:00:00Z")
        .then()
        .body("items", hasSize(2));
  }

  @Test
  void shouldGateTheRecordingByConsent() {
    // Given
    Visit visit = Visit.create(rivera);

    // Then
    visit.claim("tab-1", false).then().statusCode(409).body("type", endsWith("/no-consent"));
    visit.consent("granted").then().statusCode(201).body("decision", equalTo("granted"));
    visit
        .claim("tab-1", false)
        .then()
        .statusCode(200)
        .body("recording.recorderId", equalTo("tab-1"))
        .body("consent.method", equalTo("spoken"));
  }

  @Test
  void shouldLendTheRecordingToOneRecorderAtATime() {
    // Given
    Visit visit = Visit.recording(rivera);

    // Then
    visit.claim("tab-1", false).then().statusCode(200).body("recording.claim", equalTo(2));
    visit.claim("phone", false).then().statusCode(409).body("type", endsWith("/another-recorder"));
    visit.claim("phone", true).then().statusCode(200).body("recording.claim", equalTo(3));
    assertThat(claimsOf(visit, 3))
        .containsExactly(
            new RecorderClaimed(visit.id(), "tab-1", 1L),
            new RecorderClaimed(visit.id(), "tab-1", 2L),
            new RecorderClaimed(visit.id(), "phone", 3L));
  }

  @Test
  void shouldGiveTheRecordingAwayOnceItsRecorderIsSilent() {
    // Given
    Visit visit = Visit.recording(rivera);

    // Then
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> visit.claim("phone", false).statusCode(), status -> status == 200);
  }

  @Test
  void shouldKeepAFinishedRecordingApartFromEveryOther() {
    // Given
    Visit visit = Visit.create(rivera);
    visit.consent("granted").then().statusCode(201);
    visit.claimWhole("upload-a").then().statusCode(200);

    // Then
    visit
        .claimWhole("upload-b")
        .then()
        .statusCode(409)
        .body("type", endsWith("/another-recording"));
    visit.claim("phone", true).then().statusCode(409).body("type", endsWith("/another-recording"));
    visit.claimWhole("upload-a").then().statusCode(200).body("recording.claim", equalTo(2));
  }

  @Test
  void shouldRefuseARecorderIdThatIsNone() {
    Visit visit = Visit.recording(rivera);
    visit.claim("", false).then().statusCode(400).body("fields", hasKey("recorderId"));
    visit.claim("x".repeat(65), false).then().statusCode(400);
  }

  private static List<RecorderClaimed> claimsOf(Visit visit, int count) {
    return Broker.awaitRecords(
            Topics.LIVE, record -> record.key().equals(visit.id().toString()), count)
        .stream()
        .map(record -> EventJson.live().read(record.value()))
        .map(decoded -> ((Decoded.Known<LiveEvent>) decoded).event())
        .map(RecorderClaimed.class::cast)
        .toList();
  }
}
