package org.medicscribe.storage.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.storage.testing.SuiteParts;
import org.medicscribe.storage.testing.Tokens;
import org.medicscribe.storage.testing.Visit;

/** Somebody leaves the clinic, and their patients stay. */
@QuarkusTest
@QuarkusTestResource(SuiteParts.class)
class HandOverTest {

  private static final String WHY = "Dr Rivera has left the clinic.";

  private final String clinic = "clinic-" + UUID.randomUUID();
  private final String rivera = Tokens.of("dr.rivera", clinic, "clinician");
  private final String chen = Tokens.of("dr.chen", clinic, "clinician");
  private final String robin = Tokens.of("robin", clinic, "administrator");

  @BeforeEach
  void signIn() {
    for (String token : List.of(rivera, chen)) {
      Visit.as(token).get("/api/encounters").then().statusCode(200);
    }
  }

  private static Response order(String token, Map<String, String> order) {
    return Visit.as(token)
        .contentType("application/json")
        .body(order)
        .post("/api/administration/hand-overs");
  }

  private static Map<String, String> all(String from, String to) {
    return Map.of("from", from, "to", to, "reason", WHY);
  }

  @Test
  void shouldGiveAllVisitsOfOnePersonToAnother() {
    // Given
    Visit signed = Visit.signed(rivera);
    Visit planned = Visit.create(rivera);
    Visit another = Visit.create(chen);

    // When
    order(robin, all("dr.rivera", "dr.chen"))
        .then()
        .statusCode(200)
        .body("moved", equalTo(2))
        .body("left", equalTo(0));

    // Then
    for (Visit visit : List.of(signed, planned, another)) {
      Visit.as(chen).get(visit.path()).then().statusCode(200);
    }
    Visit.as(rivera).get(signed.path()).then().statusCode(404);
    Visit.as(chen)
        .get(signed.path() + "/note")
        .then()
        .statusCode(200)
        .body("signature.by.subject", equalTo("dr.rivera"))
        .body("$", not(hasKey("mismatch")));
    JsonPath trail =
        Visit.as(Tokens.of("ann", clinic, "auditor"))
            .get("/api/audit?person=robin")
            .then()
            .extract()
            .jsonPath();
    assertThat(trail.getList("entries.findAll { it.action == 'handed-over' }.detail"))
        .containsOnly("from dr.rivera to dr.chen")
        .hasSize(2);
  }

  @Test
  void shouldLeaveWhatIsBeingRecordedWithWhoRecordsIt() {
    // Given
    Visit visit = Visit.recording(rivera);
    visit.speak(0, 8_000);
    visit.awaitStored(8_000);

    // When
    order(robin, all("dr.rivera", "dr.chen"))
        .then()
        .statusCode(200)
        .body("moved", equalTo(0))
        .body("left", equalTo(1));

    // Then
    visit.get("").then().statusCode(200);
  }

  @Test
  void shouldShowPeopleAndNumbersAndNothingOfAPatient() {
    // Given
    Visit visit = Visit.create(rivera, Map.of("patientLabel", "Ana Lopez"));

    // When
    Response people = Visit.as(robin).get("/api/administration/people");

    // Then
    people
        .then()
        .statusCode(200)
        .body("people.find { it.subject == 'dr.rivera' }.visits", equalTo(1))
        .body("people.find { it.subject == 'dr.chen' }.clinician", equalTo(true))
        .body("people.subject", contains("dr.chen", "dr.rivera"));
    assertThat(people.asString()).doesNotContain("Lopez", visit.id().toString());
    Visit.as(robin).get(visit.path()).then().statusCode(403);
    Visit.as(robin).get(visit.path() + "/note").then().statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"clinician", "auditor", "nurse"})
  void shouldBeForAdministratorsOnly(String role) {
    // Given
    Visit visit = Visit.create(rivera);
    String token = Tokens.of("somebody", clinic, role);

    // When
    order(token, all("dr.rivera", "somebody")).then().statusCode(403);
    Visit.as(token).get("/api/administration/people").then().statusCode(403);

    // Then
    visit.get("").then().statusCode(200);
  }

  @Test
  void shouldNotReachIntoAnotherClinic() {
    // Given
    Visit visit = Visit.create(rivera);
    String elsewhere = "clinic-" + UUID.randomUUID();
    String stranger = Tokens.of("robin", elsewhere, "administrator");
    Visit.as(Tokens.of("dr.chen", elsewhere, "clinician")).get("/api/encounters");

    // When
    order(stranger, all("dr.rivera", "dr.chen")).then().statusCode(200).body("moved", equalTo(0));

    // Then
    visit.get("").then().statusCode(200);
    Visit.as(stranger)
        .get("/api/administration/people")
        .then()
        .body("people.subject", not(contains("dr.rivera")));
  }

  @Test
  void shouldGiveVisitsToNobodyWhoIsNoClinicianHere() {
    // Given
    Visit visit = Visit.create(rivera);

    for (String to : List.of("dr.nobody", "robin", "dr.rivera", "", "x".repeat(300))) {
      // When
      order(robin, all("dr.rivera", to)).then().statusCode(400).body("fields", hasKey("to"));
    }

    // Then
    visit.get("").then().statusCode(200);
    order(robin, Map.of("from", "dr.rivera", "to", "dr.chen", "reason", "x"))
        .then()
        .statusCode(400)
        .body("fields", hasKey("reason"));
    order(robin, Map.of("from", "dr.rivera", "to", "dr.chen", "reason", "x".repeat(10_000)))
        .then()
        .statusCode(400)
        .body("fields", hasKey("reason"));
  }
}
