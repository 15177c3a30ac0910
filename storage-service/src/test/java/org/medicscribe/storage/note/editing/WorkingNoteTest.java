package org.medicscribe.storage.note.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.storage.note.Drafts;
import org.medicscribe.storage.testing.SuiteParts;
import org.medicscribe.storage.testing.Tokens;
import org.medicscribe.storage.testing.Visit;

@QuarkusTest
@QuarkusTestResource(SuiteParts.class)
class WorkingNoteTest {

  private final String rivera = Tokens.of("dr.rivera", "Dr Rivera", "clinic-a", "clinician");

  @Test
  void shouldShowADraftAndWhatIsOpen() {
    // Given
    Visit visit = Visit.drafted(rivera);

    // Then
    visit
        .get("/note")
        .then()
        .body("version", equalTo(1))
        .body("origin", equalTo("draft"))
        .body("$", not(hasKey("author")))
        .body("engine.name", equalTo("test engine"))
        .body("stale", equalTo(false))
        .body("drafting", equalTo(false))
        .body("note.sections.code", contains("subjective", "plan"))
        .body("note.sections[0].statements[0].id", equalTo("s1-1"))
        .body("note.sections[0].statements[0].origin", equalTo("draft"))
        .body("note.sections[0].statements[0].evidence[0].segment", equalTo("s0"))
        .body("note.sections[1].statements[0].verification.status", equalTo("unsupported"))
        .body("note.omissions[0].id", equalTo("o1-1"))
        .body("note.roles.S1", equalTo("clinician"))
        .body("open.unsupported", equalTo(1))
        .body("open.omissions", equalTo(1));
    visit
        .get("")
        .then()
        .body("review.unsupported", equalTo(1))
        .body("review.omissions", equalTo(1));
    Visit.create(rivera).get("").then().body("$", not(hasKey("review")));
  }

  @Test
  void shouldSaveWhatAPersonWritesAsAVersionOfItsOwn() {
    // Given
    Visit visit = Visit.drafted(rivera);

    // When a client claims more than is its to say
    Response saved =
        visit.save(
            1,
            body(
                """
                {"id": "s1-1", "text": "Penicillin: rash.",
                 "verification": {"status": "verified", "findings": []}, "evidence": []}
                """,
                """
                {"id": "s1-2", "text": "Amoxicillin 500 mg.", "accepted": true},
                {"text": "Come back in two weeks.", "omission": "o1-1"}
                """,
                """
                {"id": "o1-1", "resolution": {"kind": "inserted"}}
                """));

    // Then
    saved
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("origin", equalTo("edit"))
        .body("author.subject", equalTo("dr.rivera"))
        .body("author.name", equalTo("Dr Rivera"))
        .body("note.sections[0].statements[0].origin", equalTo("edited"))
        .body("note.sections[0].statements[0].verification", nullValue())
        .body("note.sections[0].statements[0].evidence[0].segment", equalTo("s0"))
        .body("note.sections[1].statements[0].acceptance.by", equalTo("Dr Rivera"))
        .body("note.sections[1].statements[1].origin", equalTo("added"))
        .body("note.sections[1].statements[1].evidence[0].segment", equalTo("s32000"))
        .body("note.omissions[0].resolution.kind", equalTo("inserted"))
        .body("open.unsupported", equalTo(0))
        .body("open.omissions", equalTo(0));
    assertThat(visit.get("/note").asString()).isEqualTo(saved.asString());
    visit
        .get("/notes")
        .then()
        .body("versions.version", contains(2, 1))
        .body("versions.origin", contains("edit", "draft"))
        .body("versions.statements", contains(3, 2))
        .body("versions[0]", not(hasKey("note")));
    visit
        .get("/notes/1")
        .then()
        .body("note.sections[0].statements[0].text", equalTo("Allergic to penicillin."));
    visit.get("/notes/3").then().statusCode(404).body("type", endsWith("/no-version"));
  }

  @Test
  void shouldGiveTheNoteAsAText() {
    // Given
    Visit visit = Visit.drafted(rivera);

    // Then
    Visit.as(rivera)
        .accept("text/markdown")
        .get(visit.path() + "/note")
        .then()
        .statusCode(200)
        .contentType("text/markdown")
        .header("ETag", "\"1\"")
        .body(containsString("- Amoxicillin 500 mg. **(not backed by the transcript)**"));
    Visit.as(rivera)
        .accept("*/*")
        .get(visit.path() + "/note")
        .then()
        .contentType("application/json");
  }

  @Test
  void shouldGiveTheTextInTheLanguageOfTheVisit() {
    // Given
    Visit visit = Visit.create(rivera, Map.of("patientLabel", "Ana", "language", "es"));
    Visit.as(rivera)
        .contentType("application/json")
        .header("If-None-Match", "*")
        .body(body("{\"text\": \"Dolor de garganta.\"}", "", ""))
        .put(visit.path() + "/note")
        .then()
        .statusCode(200);

    // Then
    Visit.as(rivera)
        .accept("text/markdown")
        .get(visit.path() + "/note")
        .then()
        .body(containsString("## Subjetivo\n\n- Dolor de garganta."));
  }

  @Test
  void shouldMakeNoVersionOfNoChange() {
    // Given
    Visit visit = Visit.drafted(rivera);
    String unchanged =
        body(
            "{\"id\": \"s1-1\", \"text\": \" Allergic to penicillin. \"}",
            "{\"id\": \"s1-2\", \"text\": \"Amoxicillin 500 mg.\"}",
            "");

    // Then
    visit.save(1, unchanged).then().statusCode(200).header("ETag", "\"1\"");
  }

  @Test
  void shouldLetExactlyOneOfTwoSaversWin() {
    // Given
    Visit visit = Visit.drafted(rivera);
    var statuses = new ConcurrentLinkedQueue<Integer>();

    // When
    List<Thread> savers =
        IntStream.range(0, 4)
            .mapToObj(i ->
                Thread.ofVirtual()
                    .start(() ->
                        statuses.add(
                            visit
                                .save(1, body("{\"text\": \"saver " + i + "\"}", "", ""))
                                .statusCode())))
            .toList();
    savers.forEach(WorkingNoteTest::join);

    // Then
    assertThat(statuses).containsExactlyInAnyOrder(200, 412, 412, 412);
    visit.get("/notes").then().body("versions", hasSize(2));
  }

  @Test
  void shouldKeepAPersonsWordsWhenADraftComesWhileTheyWrite() {
    // Given
    Visit visit = Visit.drafted(rivera);
    visit.save(1, body("{\"id\": \"s1-1\", \"text\": \"Penicillin: rash.\"}", "", ""));
    visit.draft(Drafts.ofAVisit("Rash after penicillin."));
    visit.awaitNote(3);

    // When they save what they still see as version 2
    Response late =
        visit.save(2, body("{\"id\": \"s1-1\", \"text\": \"Penicillin: rash, 2019.\"}", "", ""));

    // Then they are told, and find their words with the draft's beside them
    late.then().statusCode(412).body("type", endsWith("/note-changed")).body("version", equalTo(3));
    visit
        .get("/note")
        .then()
        .body("origin", equalTo("redraft"))
        .body("note.sections[0].statements[0].id", equalTo("s1-1"))
        .body("note.sections[0].statements[0].text", equalTo("Penicillin: rash."))
        .body("note.sections[0].statements[0].suggestion.text", equalTo("Rash after penicillin."));
    // And can put back a statement that the draft had taken away
    visit
        .save(3, body("{\"id\": \"s1-2\", \"text\": \"Amoxicillin 500 mg.\"}", "", ""))
        .then()
        .statusCode(200)
        .body("note.sections[0].statements[0].evidence[0].segment", equalTo("s16000"))
        .body("note.sections[0].statements[0].verification.status", equalTo("unsupported"));
  }

  @Test
  void shouldMakeNoVersionOfADraftThatSaysTheSame() {
    // Given a note whose transcript was corrected meanwhile
    Visit visit = Visit.drafted(rivera);
    visit.correct("s0", Map.of("text", "Penicillin, she said.")).then().statusCode(200);
    visit.get("/note").then().body("stale", equalTo(true)).body("sameAgain", equalTo(false));

    // When
    visit.draft(Drafts.ofAVisit("Allergic to penicillin."));
    visit.awaitNoteDrafting(false);

    // Then
    visit
        .get("/note")
        .then()
        .header("ETag", Visit.tag(1))
        .body("sameAgain", equalTo(true))
        .body("stale", equalTo(false));
    visit.get("/notes").then().body("versions", hasSize(1));

    // When one comes that says something else
    visit.draft(Drafts.ofAVisit("Rash after penicillin."));

    // Then
    visit.awaitNote(2).then().body("sameAgain", equalTo(false));
  }

  @Test
  void shouldAskForTheVersionThatWasSeen() {
    // Given
    Visit visit = Visit.drafted(rivera);

    // Then
    Visit.as(rivera)
        .contentType("application/json")
        .body(body("", "", ""))
        .put(visit.path() + "/note")
        .then()
        .statusCode(428)
        .body("type", endsWith("/precondition-required"));
  }

  @Test
  void shouldLetAPersonWriteTheNoteWhereThereIsNone() {
    // Given
    Visit visit = Visit.create(rivera);
    visit.get("/note").then().statusCode(404).body("type", endsWith("/no-note"));
    visit.save(1, body("", "", "")).then().statusCode(404).body("type", endsWith("/no-note"));

    // When
    Response written =
        Visit.as(rivera)
            .contentType("application/json")
            .header("If-None-Match", "*")
            .body(body("{\"text\": \"By hand.\"}", "", ""))
            .put(visit.path() + "/note");

    // Then
    written.then().statusCode(200).header("ETag", "\"1\"").body("origin", equalTo("edit"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"sections\": [null]}",
        "{\"sections\": [{\"code\": \"plan\"}, {\"code\": \"plan\"}]}",
        "{\"sections\": [{\"code\": \"plan\", \"statements\": [null]}]}",
        "{\"sections\": [{\"code\": \"plan\", \"statements\": [{\"text\": \" \"}]}]}",
        "{\"sections\": [{\"code\": \"plan\", \"statements\": [{\"text\": \"a\\u0000b\"}]}]}",
        "{\"sections\": [{\"code\": \"plan\", \"statements\": [{\"text\": \"a\\ud800b\"}]}]}",
        "{\"sections\": [{\"code\": \"plan\", \"statements\": [{\"id\": \"x\", \"text\":"
            + " \"a\"}]}]}",
        "{\"sections\": [{\"code\": \"plan\", \"statements\": [{\"id\": \"\\u0000\", \"text\":"
            + " \"a\"}]}]}",
        "{\"sections\": [], \"omissions\": [{\"id\": \"x\"}]}",
        "{\"sections\": [], \"omissions\": [{\"id\": \"o1-1\", \"resolution\": {\"kind\":"
            + " \"dismissed\"}}]}"
      })
  void shouldSayWhatIsWrong(String body) {
    // Given
    Visit visit = Visit.drafted(rivera);

    // Then
    visit
        .save(1, body)
        .then()
        .statusCode(400)
        .body("type", endsWith("/invalid-request"))
        .body("fields.size()", equalTo(1));
  }

  @Test
  void shouldBoundANote() {
    // Given
    Visit visit = Visit.drafted(rivera);
    List<Map<String, String>> many =
        IntStream.range(0, 201).mapToObj(i -> Map.of("text", "x".repeat(1_999))).toList();

    // Then
    visit
        .save(1, Map.of("sections", List.of(Map.of("code", "plan", "statements", many))))
        .then()
        .statusCode(400)
        .body("fields.sections", equalTo("Keep a note to 200 statements."));
    visit
        .save(1, body("{\"text\": \"" + "x".repeat(2_001) + "\"}", "", ""))
        .then()
        .statusCode(400)
        .body("fields", hasKey("sections[0].statements[0].text"));
  }

  @Test
  void shouldLetNobodyElseSave() {
    // Given
    Visit visit = Visit.drafted(rivera);

    // Then
    Visit.as(Tokens.of("dr.chen", "clinic-a", "clinician"))
        .contentType("application/json")
        .header("If-Match", "\"1\"")
        .body(body("", "", ""))
        .put(visit.path() + "/note")
        .then()
        .statusCode(404)
        .body("type", endsWith("/encounter-not-found"));
  }

  @Test
  void shouldNotLetAVersionBeRewritten() throws SQLException {
    // Given
    Visit visit = Visit.drafted(rivera);

    try (Connection database = DriverManager.getConnection(SuiteParts.jdbcUrl());
        PreparedStatement rewrite =
            database.prepareStatement(
                "update note_version set note = '{}' where encounter_id = ?")) {
      rewrite.setObject(1, visit.id().value());

      // Then
      Assertions.assertThatThrownBy(rewrite::executeUpdate).hasMessageContaining("never changes");
    }
  }

  private static String body(String subjective, String plan, String omissions) {
    return """
    {"sections": [{"code": "subjective", "statements": [%s]},
                  {"code": "plan", "statements": [%s]}],
     "omissions": [%s]}
    """
        .formatted(subjective, plan, omissions);
  }

  private static void join(Thread thread) {
    try {
      assertThat(thread.join(java.time.Duration.ofSeconds(30))).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
