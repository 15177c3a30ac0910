package org.medicscribe.storage.encounter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.storage.testing.SuiteParts;
import org.medicscribe.storage.testing.Tokens;
import org.medicscribe.storage.testing.Visit;

@QuarkusTest
@QuarkusTestResource(SuiteParts.class)
class PatientTest {

  private static final Map<String, Object> LOPEZ =
      Map.of(
          "identifier",
          Map.of("system", "urn:oid:2.16.840.1.113883.19.5", "value", "MRN-7"),
          "name",
          "María López",
          "birthDate",
          "1956-02-29",
          "sex",
          "female");

  private final String clinic = "clinic-" + UUID.randomUUID();
  private final String rivera = Tokens.of("dr.rivera", clinic, "clinician");

  @Test
  void shouldShowWhoIsToBeTreated() {
    // When
    Visit visit = Visit.create(rivera, Map.of("patientLabel", "Room 3", "patient", LOPEZ));

    // Then
    visit
        .get("")
        .then()
        .body("patientLabel", equalTo("Room 3"))
        .body("patient.identifier.system", equalTo("urn:oid:2.16.840.1.113883.19.5"))
        .body("patient.identifier.value", equalTo("MRN-7"))
        .body("patient.name", equalTo("María López"))
        .body("patient.birthDate", equalTo("1956-02-29"))
        .body("patient.sex", equalTo("female"));
  }

  @Test
  void shouldNeedNothingButTheLabel() {
    Visit.create(rivera, Map.of("patientLabel", "Room 3", "patient", Map.of("name", " ")))
        .get("")
        .then()
        .body("$", not(hasKey("patient")));
  }

  @Test
  void shouldChangeAndForgetWhoItIs() {
    // Given
    Visit visit = Visit.create(rivera, Map.of("patientLabel", "Room 3", "patient", LOPEZ));

    // When
    visit
        .identify(Map.of("name", "Marta López"))
        .then()
        .statusCode(200)
        .body("patient.name", equalTo("Marta López"))
        .body("patient", not(hasKey("birthDate")));

    // Then
    visit.identify(Map.of()).then().statusCode(200).body("$", not(hasKey("patient")));
    assertThat(visit.get("/audit").jsonPath().getList("entries.action"))
        .containsSubsequence("patient-named", "patient-named");
    assertThat(visit.get("/audit").asString()).doesNotContain("López");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"王小明", "محمد عبد الله", "נועה לוי", "Жанна Ю", "O’Connor–Ñandú", "นภา ใจดี"})
  void shouldKeepAndFindNamesOfEveryScript(String name) {
    // When
    Visit visit =
        Visit.create(rivera, Map.of("patientLabel", "Room 3", "patient", Map.of("name", name)));

    // Then
    assertThat(found(rivera, name.substring(1))).containsExactly(visit.id().toString());
    visit.get("").then().body("patient.name", equalTo(name));
  }

  @Test
  void shouldFindByNameAndNumberHoweverTheyAreTyped() {
    // Given
    Visit visit = Visit.create(rivera, Map.of("patientLabel", "Room 3", "patient", LOPEZ));
    Visit.create(rivera, Map.of("patientLabel", "Room 4"));

    // Then
    List<String> typed = List.of("maría", "LÓPEZ", "Mari\u0301a", "mrn-7", "room 3");
    assertThat(typed).allSatisfy(q -> assertThat(found(rivera, q)).containsExactly(id(visit)));
  }

  @Test
  void shouldShowNobodyElsesPatient() {
    // Given
    Visit visit = Visit.create(rivera, Map.of("patientLabel", "Room 3", "patient", LOPEZ));
    String colleague = Tokens.of("dr.chen", clinic, "clinician");
    String elsewhere = Tokens.of("dr.rivera", "clinic-" + UUID.randomUUID(), "clinician");

    for (String stranger : List.of(colleague, elsewhere)) {
      // Then
      assertThat(found(stranger, "López")).isEmpty();
      Visit.as(stranger)
          .contentType("application/json")
          .body(LOPEZ)
          .put(visit.path() + "/patient")
          .then()
          .statusCode(404)
          .body("type", endsWith("/encounter-not-found"));
    }
  }

  @Test
  void shouldSignWhoItWasWithTheNote() {
    // Given
    Visit visit = Visit.settled(rivera);
    visit.identify(LOPEZ).then().statusCode(200);
    visit.sign(2).then().statusCode(201);

    // Then
    visit
        .identify(Map.of("name", "Somebody else"))
        .then()
        .statusCode(409)
        .body("type", endsWith("/note-signed"));
    assertThat(visit.get("/audit").jsonPath().getList("entries.action"))
        .containsSubsequence("patient-signed", "note-signed");
    visit.get("/note").then().body("$", not(hasKey("mismatch")));
  }

  @Test
  void shouldForgetWhoItWasWhenConsentIsWithdrawn() {
    // Given
    Visit visit = Visit.recording(rivera);
    visit.identify(LOPEZ).then().statusCode(200);

    // When
    visit.consent("withdrawn").then().statusCode(201);

    // Then
    visit.get("").then().body("$", not(hasKey("patient"))).body("patientLabel", equalTo("Ana"));
    assertThat(found(rivera, "López")).isEmpty();
    visit.identify(LOPEZ).then().statusCode(409).body("type", endsWith("/consent-withdrawn"));
  }

  @Test
  void shouldKeepWhomASignedNoteIsAboutWhenConsentIsWithdrawn() {
    // Given
    Visit visit = Visit.settled(rivera);
    visit.identify(LOPEZ).then().statusCode(200);
    visit.sign(2).then().statusCode(201);

    // When
    visit.consent("withdrawn").then().statusCode(201);

    // Then
    visit.get("").then().body("patient.name", equalTo("María López"));
    visit.get("/note").then().body("$", not(hasKey("mismatch")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Room 3", "maría lópez", "MRN-7"})
  void shouldTellAnAuditorWhoSawThePatient(String asked) {
    // Given
    Visit visit = Visit.create(rivera, Map.of("patientLabel", "Room 3", "patient", LOPEZ));
    String auditor = Tokens.of("eve", clinic, "auditor");

    // Then
    report(auditor, asked).then().body("entries.encounterId", contains(id(visit)));
    String elsewhere = Tokens.of("eve", "clinic-" + UUID.randomUUID(), "auditor");
    report(elsewhere, asked).then().body("entries", hasSize(0));
  }

  private static Response report(String auditor, String asked) {
    return Visit.as(auditor)
        .contentType("application/json")
        .body(Map.of("patientLabel", asked))
        .post("/api/audit/report");
  }

  private static String id(Visit visit) {
    return visit.id().toString();
  }

  private static List<String> found(String token, String q) {
    return Visit.as(token)
        .contentType("application/json")
        .body(Map.of("q", q))
        .post("/api/encounters/search")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.id");
  }
}
