package org.medicscribe.storage.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.Decoded;
import org.medicscribe.events.EventJson;
import org.medicscribe.events.NoteEvent;
import org.medicscribe.events.NoteEvent.NoteRequested;
import org.medicscribe.events.NoteEvent.TranscriptLine;
import org.medicscribe.events.SoapNote.SpeakerRole;
import org.medicscribe.events.Topics;
import org.medicscribe.storage.note.Drafts;
import org.medicscribe.storage.testing.Broker;
import org.medicscribe.storage.testing.SuiteParts;
import org.medicscribe.storage.testing.Tokens;
import org.medicscribe.storage.testing.Visit;

@QuarkusTest
@QuarkusTestResource(SuiteParts.class)
class CorrectionsTest {

  private static final String HEARD = "Penicillin. Amoxicillin. Come back in two weeks.";

  private final String rivera = Tokens.of("dr.rivera", "Dr Rivera", "clinic-a", "clinician");

  @Test
  void shouldReadAsCorrectedAndKeepWhatWasHeard() {
    // Given
    Visit visit = Visit.drafted(rivera);

    // When
    visit.correct("s0", Map.of("text", "No penicillin.")).then().statusCode(200);
    visit
        .correct("s0", Map.of("speaker", "S2"))
        .then()
        .statusCode(200)
        .body("id", equalTo("s0"))
        .body("text", equalTo("No penicillin."))
        .body("speaker", equalTo("S2"));

    // Then
    visit
        .get("/transcript")
        .then()
        .body("segments", hasSize(1))
        .body("segments[0].text", equalTo("No penicillin."))
        .body("segments[0].speaker", equalTo("S2"))
        .body("segments[0].words[0].text", equalTo("Penicillin."))
        .body("segments[0].corrected.by", equalTo("Dr Rivera"))
        .body("segments[0].corrected.originalText", equalTo(HEARD))
        .body("segments[0].corrected.originalSpeaker", equalTo("S1"));
  }

  @Test
  void shouldNameAnotherVoiceUntilTheTranscriptIsCompleteAndNeverUndoAPerson() {
    // Given
    Visit visit = Visit.recording(rivera);
    visit.hear(0, 48_000, "Penicillin.", "Amoxicillin.", "Come back in two weeks.");
    visit.revise("s0", "S3");
    visit.stop(48_000);
    visit.complete(48_000);
    visit.awaitState("drafting");
    visit.get("/transcript").then().body("segments[0].speaker", equalTo("S3"));
    visit.correct("s0", Map.of("speaker", "S2")).then().statusCode(200);

    // When
    visit.revise("s0", "S1");
    visit.draft(Drafts.ofAVisit());
    visit.awaitNote(1);

    // Then
    visit
        .get("/transcript")
        .then()
        .body("segments[0].speaker", equalTo("S2"))
        .body("segments[0].corrected.originalSpeaker", equalTo("S3"));
  }

  @Test
  void shouldForgetACorrectionThatIsTakenBack() {
    // Given
    Visit visit = Visit.drafted(rivera);
    visit.correct("s0", Map.of("text", "No penicillin."));

    // When
    visit.correct("s0", Map.of("text", HEARD)).then().body("$", not(hasKey("corrected")));

    // Then
    visit.get("/transcript").then().body("segments[0]", not(hasKey("corrected")));
  }

  @Test
  void shouldDraftAgainFromWhatWasCorrectedAndBeStaleUntilThen() {
    // Given
    Visit visit = Visit.drafted(rivera);
    visit.get("/transcript").then().body("speakers.S1.set", equalTo(false));

    // When
    visit.correct("s0", Map.of("text", "No penicillin.")).then().statusCode(200);
    visit
        .name("S1", "other")
        .then()
        .statusCode(200)
        .body("S1.role", equalTo("other"))
        .body("S1.set", equalTo(true));
    visit.get("/note").then().body("stale", equalTo(true));
    String request = visit.askForNote().then().statusCode(202).extract().path("noteRequestId");
    visit.get("/note").then().body("drafting", equalTo(true)).body("stale", equalTo(true));
    visit.answer(request, Drafts.ofAVisit("No penicillin."));
    visit.awaitNote(2);

    // Then
    visit.get("/note").then().body("stale", equalTo(false)).body("drafting", equalTo(false));
    NoteRequested told = requestOf(visit, request);
    assertThat(told.transcript())
        .extracting(TranscriptLine::text)
        .containsExactly("No penicillin.");
    assertThat(told.roles()).isEqualTo(Map.of("S1", SpeakerRole.OTHER));
    visit.get("/transcript").then().body("speakers.S1.role", equalTo("other"));
  }

  @Test
  void shouldBeStaleWhenACorrectionComesWhileADraftIsOnItsWay() {
    // Given
    Visit visit = Visit.drafted(rivera);
    String request = visit.askForNote().then().statusCode(202).extract().path("noteRequestId");

    // When
    visit.correct("s0", Map.of("text", "No penicillin.")).then().statusCode(200);
    visit.answer(request, Drafts.ofAVisit("No penicillin."));
    visit.awaitNote(2);

    // Then
    visit.get("/note").then().body("stale", equalTo(true));
  }

  @Test
  void shouldNotBeStaleByACorrectionThatChangesNothing() {
    // Given
    Visit visit = Visit.drafted(rivera);

    // When
    visit.correct("s0", Map.of("text", HEARD, "speaker", "S1")).then().statusCode(200);

    // Then
    visit.get("/note").then().body("stale", equalTo(false));
  }

  @Test
  void shouldWaitForTheTranscriptToBeComplete() {
    // Given
    Visit visit = Visit.recording(rivera);
    visit.hear(0, 16_000, "Penicillin.");
    visit.awaitEncounter(json -> json.getLong("coverage.transcribedSamples") == 16_000);

    // Then
    String refused = "/transcript-incomplete";
    visit
        .correct("s0", Map.of("text", "No."))
        .then()
        .statusCode(409)
        .body("type", endsWith(refused));
    visit.name("S1", "patient").then().statusCode(409).body("type", endsWith(refused));
  }

  @Test
  void shouldNotCorrectWhatASignedNoteRestsOn() {
    // Given
    Visit visit = Visit.signed(rivera);

    // Then
    visit
        .correct("s0", Map.of("text", "No."))
        .then()
        .statusCode(409)
        .body("type", endsWith("/note-signed"));
    visit.name("S1", "patient").then().statusCode(409).body("type", endsWith("/note-signed"));
  }

  @Test
  void shouldSayWhatIsWrong() {
    // Given
    Visit visit = Visit.drafted(rivera);

    // Then
    visit.correct("s0", Map.of()).then().statusCode(400).body("fields", hasKey("text"));
    visit.correct("s0", Map.of("text", " ")).then().statusCode(400).body("fields", hasKey("text"));
    visit
        .correct("s0", Map.of("speaker", "Ana"))
        .then()
        .statusCode(400)
        .body("fields", hasKey("speaker"));
    visit
        .correct("s1", Map.of("text", "x"))
        .then()
        .statusCode(404)
        .body("type", endsWith("/segment-not-found"));
    visit
        .correct("x", Map.of("text", "x"))
        .then()
        .statusCode(404)
        .body("type", endsWith("/segment-not-found"));
    visit.name("S9", "patient").then().statusCode(404).body("type", endsWith("/speaker-not-found"));
  }

  private static NoteRequested requestOf(Visit visit, String request) {
    return Broker.awaitRecords(Topics.NOTE, record -> record.key().equals(visit.id().toString()), 3)
        .stream()
        .map(record -> EventJson.note().read(record.value()))
        .map(decoded -> ((Decoded.Known<NoteEvent>) decoded).event())
        .filter(event -> event.noteRequestId().toString().equals(request))
        .filter(NoteRequested.class::isInstance)
        .map(NoteRequested.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
