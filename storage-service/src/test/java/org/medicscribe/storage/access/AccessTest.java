package org.medicscribe.storage.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
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

/** Who saw what, and who finds it. */
@QuarkusTest
@QuarkusTestResource(SuiteParts.class)
class AccessTest {

  private final String clinic = "clinic-" + UUID.randomUUID();
  private final String rivera = Tokens.of("dr.rivera", clinic, "clinician");
  private final String chen = Tokens.of("dr.chen", clinic, "clinician");
  private final String auditor = Tokens.of("ann", clinic, "auditor");

  private JsonPath trail(String query) {
    return Visit.as(auditor).get("/api/audit" + query).then().statusCode(200).extract().jsonPath();
  }

  @Test
  void shouldWriteDownWhoReadWhatOnceInAQuarterOfAnHour() {
    // Given
    Visit visit = Visit.signed(rivera);

    // When
    for (int i = 0; i < 3; i++) {
      visit.get("");
      visit.get("/transcript");
      visit.get("/note");
      visit.get("/notes");
      Visit.as(rivera).accept("text/markdown").get(visit.path() + "/note");
      Visit.as(rivera).get("/api/encounters");
    }

    // Then
    List<String> read =
        trail("?person=dr.rivera").getList("entries.action", String.class).stream()
            .filter(action -> action.matches(".*(read|exported|listed|signed-in)"))
            .toList();
    assertThat(read)
        .containsExactlyInAnyOrder(
            "signed-in",
            "encounter-read",
            "transcript-read",
            "note-read",
            "note-exported",
            "encounters-listed");
  }

  @Test
  void shouldWriteDownWhoWasRefusedAndFromWhere() {
    // Given
    Visit visit = Visit.signed(rivera);

    // When
    for (int i = 0; i < 3; i++) {
      Visit.as(chen)
          .header("X-Forwarded-For", "203.0.113.9")
          .get(visit.path() + "/note")
          .then()
          .statusCode(404);
    }
    Visit.as(chen)
        .header("X-Forwarded-For", "not an address")
        .get("/api/audit")
        .then()
        .statusCode(403);

    // Then
    JsonPath refused = trail("?person=dr.chen");
    assertThat(refused.getList("entries.findAll { it.action == 'refused' }.detail", String.class))
        .containsExactly("GET audit from 127.0.0.1", "GET note from 203.0.113.9");
    assertThat(refused.getString("entries.find { it.detail.startsWith('GET note') }.encounterId"))
        .isEqualTo(visit.id().toString());
  }

  @Test
  void shouldNotShowWhatItCannotWriteDown() throws SQLException {
    // Given
    Visit visit = Visit.signed(rivera);

    // When
    asOwner("revoke insert on audit_entry from medic_scribe_service");
    try {
      // Then
      visit
          .get("/transcript")
          .then()
          .statusCode(503)
          .body("type", endsWith("/storage-unavailable"));
    } finally {
      asOwner("grant insert on audit_entry to medic_scribe_service");
    }
    visit.get("/transcript").then().statusCode(200);
  }

  private static void asOwner(String sql) throws SQLException {
    try (Connection owner = DriverManager.getConnection(SuiteParts.jdbcUrl());
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void shouldFindWhoSawAPatientByTheLabelAndNothingElse() {
    // Given
    Visit visit = Visit.create(rivera, Map.of("patientLabel", "Ana Lopez"));
    visit.get("/transcript");
    Visit other = Visit.create(rivera, Map.of("patientLabel", "Ana Lopez junior"));
    Visit.as(chen).get(visit.path());

    // When
    var report =
        Visit.as(auditor)
            .contentType("application/json")
            .body(Map.of("patientLabel", "ana lopez"))
            .post("/api/audit/report");

    // Then
    report
        .then()
        .statusCode(200)
        .body("entries.encounterId", everyItem(equalTo(visit.id().toString())))
        .body("entries.action", contains("refused", "transcript-read", "encounter-created"));
    assertThat(report.asString()).doesNotContain("Lopez", other.id().toString());
    String table =
        Visit.as(auditor)
            .contentType("application/json")
            .accept("text/csv")
            .body(Map.of("patientLabel", "Ana Lopez"))
            .post("/api/audit/report")
            .then()
            .statusCode(200)
            .header("Content-Disposition", equalTo("attachment; filename=\"access-report.csv\""))
            .extract()
            .asString();
    assertThat(table.lines())
        .startsWith("number,at,person,action,visit,detail")
        .anyMatch(line -> line.contains(",dr.rivera,transcript-read," + visit.id()));
  }

  @Test
  void shouldReadOnByParts() {
    // Given
    Visit visit = Visit.recording(rivera);

    // When
    JsonPath all = trail("?encounter=" + visit.id());
    long second = all.getLong("entries[1].number");

    // Then
    assertThat(trail("?encounter=" + visit.id() + "&before=" + second).getList("entries"))
        .hasSize(all.getList("entries").size() - 2);
    String now = java.time.Instant.now().plusSeconds(60).toString();
    assertThat(trail("?from=" + now).getList("entries")).isEmpty();
    assertThat(trail("?to=" + now).getList("entries")).isNotEmpty();
  }

  @Test
  void shouldNotTellAnAuditorOfAnotherClinic() {
    // Given
    Visit.recording(rivera);

    // Then
    Visit.as(Tokens.of("eve", "clinic-" + UUID.randomUUID(), "auditor"))
        .get("/api/audit?person=dr.rivera")
        .then()
        .statusCode(200)
        .body("entries", hasSize(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"clinician", "administrator", "visitor"})
  void shouldRefuseWhoIsNoAuditor(String role) {
    String token = Tokens.of("somebody", clinic, role);
    Visit.as(token).get("/api/audit").then().statusCode(403).body("type", endsWith("/forbidden"));
    Visit.as(token)
        .contentType("application/json")
        .body(Map.of("patientLabel", "Ana"))
        .post("/api/audit/report")
        .then()
        .statusCode(403);
  }

  @Test
  void shouldSayWhatAQuestionLacks() {
    Visit.as(auditor)
        .get("/api/audit?from=yesterday&before=x&encounter=y")
        .then()
        .statusCode(400)
        .body("fields", hasKey("from"))
        .body("fields", hasKey("before"))
        .body("fields", hasKey("encounter"));
    Visit.as(auditor)
        .contentType("application/json")
        .body(Map.of())
        .post("/api/audit/report")
        .then()
        .statusCode(400)
        .body("fields", hasKey("patientLabel"));
  }
}
