package org.medicscribe.storage.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.storage.testing.SuiteParts;
import org.medicscribe.storage.testing.Tokens;
import org.medicscribe.storage.testing.Visit;

/** A colleague's patient is in danger, and somebody else is there. */
@QuarkusTest
@QuarkusTestResource(SuiteParts.class)
class EmergencyAccessTest {

  private static final String WHY = "Unconscious in the waiting room, allergies?";

  private final String clinic = "clinic-" + UUID.randomUUID();
  private final String rivera = Tokens.of("dr.rivera", clinic, "clinician");
  private final String chen = Tokens.of("dr.chen", clinic, "clinician");
  private final String weber = Tokens.of("dr.weber", clinic, "clinician");

  private static Response open(String token, Object label, Object reason) {
    return Visit.as(token)
        .contentType("application/json")
        .body(Map.of("patientLabel", label, "reason", reason))
        .post("/api/emergency-access");
  }

  @Test
  void shouldOpenWhatAColleagueHasToReadAndToNothingElse() {
    // Given
    Visit visit = Visit.drafted(rivera);
    visit.get("/emergency-access").then().statusCode(200).body("openings", empty());
    Visit.as(chen).get(visit.path()).then().statusCode(404);
    Visit.as(chen).get(visit.path() + "/emergency-access").then().statusCode(404);

    // When
    open(chen, "ANA", WHY)
        .then()
        .statusCode(200)
        .body("visits.id", contains(visit.id().toString()))
        .body("visits[0]", not(hasKey("patientLabel")));

    // Then it is readable
    for (String below : List.of("", "/transcript", "/note", "/notes")) {
      Visit.as(chen).get(visit.path() + below).then().statusCode(200);
    }
    // and nothing else, for nobody else
    var editing = Visit.as(chen).contentType("application/json");
    editing
        .header("If-Match", "\"1\"")
        .body("{\"sections\": []}")
        .put(visit.path() + "/note")
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
        .body(Map.of("recorderId", "tab-9", "takeOver", true))
        .put(visit.path() + "/recorder")
        .then()
        .statusCode(404);
    Visit.as(chen).get(visit.path() + "/audio").then().statusCode(404);
    Visit.as(weber).get(visit.path()).then().statusCode(404);
    Visit.as(chen).get("/api/encounters").then().body("items", empty());
  }

  @Test
  void shouldTellItsOwnerAndTheTrail() {
    // Given
    Visit visit = Visit.create(rivera);

    // When
    open(chen, "Ana", WHY).then().statusCode(200);
    Visit.as(chen).get(visit.path()).then().statusCode(200);

    // Then
    visit
        .get("/emergency-access")
        .then()
        .body("until", equalTo(null))
        .body("openings.person", contains("dr.chen"))
        .body("openings.reason", contains(WHY));
    Response trail = Visit.as(Tokens.of("ann", clinic, "auditor")).get("/api/audit?person=dr.chen");
    assertThat(trail.jsonPath().getList("entries.action", String.class))
        .contains("emergency-access", "encounter-read");
    assertThat(trail.asString()).doesNotContain("Unconscious", "Ana");
  }

  @Test
  void shouldRaiseWhatTheAlertLooksAt() {
    // Given
    double before = accesses();

    // When
    open(chen, "Nobody", WHY).then().statusCode(200);

    // Then
    assertThat(accesses()).isEqualTo(before + 1);
  }

  private static double accesses() {
    return RestAssured.get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("scribe_emergency_accesses_total"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  @Test
  void shouldCloseByItself() throws SQLException {
    // Given
    Visit visit = Visit.create(rivera);
    open(chen, "Ana", WHY);
    Visit.as(chen).get(visit.path()).then().statusCode(200);

    // When
    asOwner(
        "update emergency_access set open_until = now() - interval '1 second' where encounter_id = '%s'"
            .formatted(visit.id()));

    // Then
    Visit.as(chen).get(visit.path()).then().statusCode(404);
    visit.get("/emergency-access").then().body("openings", hasSize(1));
  }

  @Test
  void shouldLeadIntoNoOtherClinicAndToNoPartOfALabel() {
    // Given
    Visit visit = Visit.create(rivera, Map.of("patientLabel", "Ana Lopez"));
    String stranger = Tokens.of("dr.chen", "clinic-" + UUID.randomUUID(), "clinician");

    // When
    open(stranger, "Ana Lopez", WHY).then().statusCode(200).body("visits", empty());
    open(chen, "Ana", WHY).then().statusCode(200).body("visits", empty());
    open(chen, "%", WHY).then().statusCode(200).body("visits", empty());

    // Then
    Visit.as(stranger).get(visit.path()).then().statusCode(404);
    Visit.as(chen).get(visit.path()).then().statusCode(404);
    assertThat(
            Visit.as(Tokens.of("ann", clinic, "auditor"))
                .get("/api/audit?person=dr.chen")
                .jsonPath()
                .getList("entries.findAll { it.action == 'emergency-access' }.detail"))
        .containsExactly("nothing found", "nothing found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"auditor", "administrator", "nurse"})
  void shouldBeForCliniciansOnly(String role) {
    // Given
    Visit visit = Visit.create(rivera);
    String token = Tokens.of("robin", clinic, role);

    // When
    open(token, "Ana", WHY).then().statusCode(403);

    // Then
    Visit.as(token).get(visit.path()).then().statusCode(403);
  }

  @Test
  void shouldEndWithTheRole() {
    // Given
    Visit visit = Visit.create(rivera);
    open(chen, "Ana", WHY).then().statusCode(200);

    // Then
    Visit.as(Tokens.of("dr.chen", clinic, "auditor")).get(visit.path()).then().statusCode(403);
  }

  @Test
  void shouldAskForAReasonThatSaysSomething() {
    for (String reason : List.of("", "x", "         ", "\u0000because I can", "y".repeat(10_000))) {
      open(chen, "Ana", reason)
          .then()
          .statusCode(400)
          .body("type", endsWith("/invalid-request"))
          .body("fields", hasKey("reason"));
    }
    open(chen, "", WHY).then().statusCode(400).body("fields", hasKey("patientLabel"));
    Visit.as(chen)
        .contentType("application/json")
        .body("null")
        .post("/api/emergency-access")
        .then()
        .statusCode(400);
  }

  @Test
  void shouldNotOpenWhatWasWithdrawn() {
    // Given
    Visit visit = Visit.recording(rivera);
    visit.consent("withdrawn").then().statusCode(201);

    // When
    open(chen, "Ana", WHY).then().statusCode(200).body("visits", empty());
  }

  private static void asOwner(String sql) throws SQLException {
    try (Connection owner = DriverManager.getConnection(SuiteParts.jdbcUrl());
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
