package org.medicscribe.storage.note.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.storage.note.Drafts;
import org.medicscribe.storage.testing.SuiteParts;
import org.medicscribe.storage.testing.Tokens;
import org.medicscribe.storage.testing.Visit;

@QuarkusTest
@QuarkusTestResource(SuiteParts.class)
class SignatureTest {

  private final String rivera = Tokens.of("dr.rivera", "Dr Rivera", "clinic-a", "clinician");

  @Test
  void shouldSignWhatWasSeenSoThatAnybodyCanCheckIt() throws Exception {
    // Given
    Visit visit = Visit.settled(rivera);

    // When
    Response signed = visit.sign(2);

    // Then
    signed
        .then()
        .statusCode(201)
        .body("by.subject", equalTo("dr.rivera"))
        .body("by.name", equalTo("Dr Rivera"))
        .body("attestation", equalTo("I have checked this note."));
    Response note = visit.get("/note");
    assertThat(signed.<String>path("sha256")).isEqualTo(checked(note.asString()));
    note.then()
        .body("signature.sha256", equalTo(signed.path("sha256")))
        .body("addenda", hasSize(0));
    assertThat(visit.state()).isEqualTo("signed");
    assertThat(Files.readString(SuiteParts.notes().resolve(visit.id() + ".md")))
        .contains("Signed by: Dr Rivera", "- Penicillin: rash.", signed.<String>path("sha256"));
  }

  @Test
  void shouldNotSignWhatIsOpen() {
    // Given
    Visit visit = Visit.drafted(rivera);

    // Then
    visit
        .sign(1)
        .then()
        .statusCode(409)
        .body("type", endsWith("/note-unresolved"))
        .body("unsupported", contains("s1-2"))
        .body("omissions", contains("o1-1"));
    assertThat(visit.state()).isEqualTo("review");
  }

  @Test
  void shouldNotSignWhatWasNotSeen() {
    // Given
    Visit visit = Visit.settled(rivera);

    // Then
    visit.sign(1).then().statusCode(412).body("version", equalTo(2));
    Visit.as(rivera)
        .contentType("application/json")
        .body(Map.of("attestation", "I have checked this note."))
        .post(visit.path() + "/note/signature")
        .then()
        .statusCode(428);
    Visit.create(rivera).sign(1).then().statusCode(404).body("type", endsWith("/no-note"));
  }

  @Test
  void shouldLockTheNote() {
    // Given a draft that is still on its way when the note is signed
    Visit visit = Visit.settled(rivera);
    String late = visit.askForNote().then().statusCode(202).extract().path("noteRequestId");
    visit.sign(2).then().statusCode(201);

    // When it arrives
    visit.answer(late, Drafts.ofAVisit());
    visit.awaitNoteDrafting(false);

    // Then nothing is changed, and nothing can be
    visit.get("/note").then().header("ETag", "\"2\"");
    String refused = "/note-signed";
    visit
        .save(2, Map.of("sections", java.util.List.of()))
        .then()
        .statusCode(409)
        .body("type", endsWith(refused));
    visit.sign(2).then().statusCode(409).body("type", endsWith(refused));
    visit.askForNote().then().statusCode(409).body("type", endsWith(refused));
  }

  @Test
  void shouldTakeAddendaToASignedNoteOnly() throws Exception {
    // Given
    Visit visit = Visit.settled(rivera);
    visit.addendum("Too early.").then().statusCode(409).body("type", endsWith("/note-not-signed"));
    visit.sign(2);

    // When
    visit
        .addendum("Called back: no rash.")
        .then()
        .statusCode(201)
        .body("by.name", equalTo("Dr Rivera"));
    visit.addendum("Second.").then().statusCode(201);

    // Then
    visit.addendum(" ").then().statusCode(400);
    visit.get("/note").then().body("addenda.text", contains("Called back: no rash.", "Second."));
    assertThat(Files.readString(SuiteParts.notes().resolve(visit.id() + ".md")))
        .contains("## Addendum", "Called back: no rash.", "Second.");
  }

  @Test
  void shouldTakeSoManyAddendaAndNoMore() {
    // Given
    Visit visit = Visit.signed(rivera);
    for (int i = 0; i < 200; i++) {
      visit.addendum("Called back.").then().statusCode(201);
    }

    // Then
    visit.addendum("Again.").then().statusCode(409).body("type", endsWith("/too-many-addenda"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from note_version where encounter_id = ?",
        "delete from signature where encounter_id = ?",
        "update signature set sha256 = '' where encounter_id = ?",
        "update addendum set text = '' where encounter_id = ?",
        "delete from addendum where encounter_id = ?",
        """
        insert into note_version (encounter_id, version, origin, note, unsupported, omissions, created_at)
        values (?, 99, 'EDIT', '{}', 0, 0, now())
        """
      })
  void shouldBeLockedInTheDatabaseToo(String statement) throws SQLException {
    // Given
    Visit visit = Visit.signed(rivera);
    visit.addendum("Called back.").then().statusCode(201);

    try (Connection database = DriverManager.getConnection(SuiteParts.jdbcUrl());
        PreparedStatement change = database.prepareStatement(statement)) {
      change.setObject(1, visit.id().value());

      // Then
      assertThatThrownBy(change::executeUpdate).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void shouldTellWhoDidWhatToTheNoteAndNothingOfThePatient() {
    // Given
    Visit visit = Visit.signed(rivera);
    visit.addendum("Called back.").then().statusCode(201);

    // When
    Response audit = visit.get("/audit");
    List<String> changes =
        audit.jsonPath().getList("entries.action", String.class).stream()
            .filter(action -> !action.endsWith("-read"))
            .toList();

    // Then
    audit.then().statusCode(200);
    assertThat(changes)
        .containsExactly(
            "encounter-created",
            "consent-granted",
            "recorder-claimed",
            "note-requested",
            "note-drafted",
            "note-edited",
            "note-signed",
            "addendum-written");
    String edited = "entries.find { it.action == 'note-edited' }";
    assertThat(audit.<String>path(edited + ".actor")).isEqualTo("dr.rivera");
    assertThat(audit.<String>path(edited + ".detail")).isEqualTo("version 2");
    assertThat(audit.asString()).doesNotContain("enicillin", "Called", "Booked");
    String position = audit.path(edited + ".number").toString();
    visit
        .get("/audit?after=" + position)
        .then()
        .body("entries.action", hasItems("note-signed", "addendum-written"))
        .body("entries.action", not(hasItem("note-edited")));
    visit.get("/audit?after=x").then().statusCode(400);
  }

  @ParameterizedTest
  @CsvSource({
    "dr.rivera, clinic-a, clinician, 200",
    "ann, clinic-a, auditor, 200",
    "ann, clinic-b, auditor, 404",
    "dr.chen, clinic-a, clinician, 404",
    "dr.rivera, clinic-a, administrator, 403"
  })
  void shouldShowTheTrailToItsOwnerAndToAuditorsOfTheClinic(
      String subject, String clinic, String role, int status) {
    // Given
    Visit visit = Visit.create(rivera);

    // Then
    Visit.as(Tokens.of(subject, clinic, role))
        .get(visit.path() + "/audit")
        .then()
        .statusCode(status);
  }

  /** The hash as a stranger makes it from what is shown. */
  private static String checked(String shown) throws Exception {
    JsonNode note = new ObjectMapper().readTree(shown).path("note");
    String form =
        "{\"omissions\":%s,\"sections\":%s}"
            .formatted(sorted(note.path("omissions")), sorted(note.path("sections")));
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(form.getBytes(StandardCharsets.UTF_8)));
  }

  private static String sorted(JsonNode json) {
    if (json.isArray()) {
      return StreamSupport.stream(json.spliterator(), false)
          .map(SignatureTest::sorted)
          .collect(Collectors.joining(",", "[", "]"));
    }
    if (json.isObject()) {
      Map<String, String> members = new TreeMap<>();
      json.properties().forEach(each -> members.put(each.getKey(), sorted(each.getValue())));
      return members.entrySet().stream()
          .map(each -> "\"" + each.getKey() + "\":" + each.getValue())
          .collect(Collectors.joining(",", "{", "}"));
    }
    return json.toString();
  }
}
