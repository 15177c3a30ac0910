package org.medicscribe.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.Decoded;
import org.medicscribe.events.EventJson;
import org.medicscribe.events.NoteEvent;
import org.medicscribe.events.NoteEvent.NoteDrafted;
import org.medicscribe.events.NoteEvent.NoteRequested;
import org.medicscribe.events.NoteEvent.TranscriptLine;
import org.medicscribe.events.SoapNote;
import org.medicscribe.events.SoapNote.Section;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.events.SoapNote.Statement;
import org.medicscribe.events.SoapNote.Verification;
import org.medicscribe.events.Topics;
import org.medicscribe.storage.testing.Broker;
import org.medicscribe.storage.testing.SuiteParts;
import org.medicscribe.storage.testing.Tokens;
import org.medicscribe.storage.testing.Visit;

@QuarkusTest
@QuarkusTestResource(SuiteParts.class)
class VisitTest {

  private final String rivera = Tokens.of("dr.rivera", "clinic-a", "clinician");

  @Test
  void shouldTakeAVisitFromItsConsentToItsNote() throws Exception {
    // Given a visit of which 2.5 seconds are recorded
    Visit visit = Visit.recording(rivera);
    visit.speak(0, 40_000);
    visit.awaitState("recording");
    visit.stop(40_000);
    visit.awaitState("transcribing");

    // When it is transcribed and drafted
    visit.hear(0, 32_000, "Any", "allergies?");
    visit.hear(32_000, 40_000, "Penicillin.");
    visit.complete(40_000);
    visit.awaitState("drafting");
    NoteRequested request = noteRequestOf(visit);
    visit.send(drafted(visit, request));
    visit.awaitState("review");

    // Then everything about it can be read
    visit
        .get("")
        .then()
        .body("coverage.recordedSamples", equalTo(40_000))
        .body("coverage.storedSamples", equalTo(40_000))
        .body("coverage.transcribedSamples", equalTo(40_000))
        .body("coverage.storedGaps", hasSize(0))
        .body("coverage.transcriptGaps", hasSize(0))
        .body("consent.decision", equalTo("granted"))
        .body("recording.recorderId", equalTo("tab-1"))
        .body("recording.stopReason", equalTo("stopped"))
        .body("engines.transcription.name", equalTo("test engine"));
    visit
        .get("/transcript")
        .then()
        .body("segments.text", contains("Any allergies?", "Penicillin."))
        .body("segments.id", contains("s0", "s32000"))
        .body("coveredSamples", equalTo(40_000))
        .body("complete", equalTo(true));
    assertThat(request.transcript())
        .extracting(TranscriptLine::text)
        .containsExactly("Any allergies?", "Penicillin.");
    visit
        .get("/notes")
        .then()
        .body("versions", hasSize(1))
        .body("versions[0].version", equalTo(1))
        .body("versions[0].origin", equalTo("draft"))
        .body("versions[0].engine.name", equalTo("test engine"))
        .body("versions[0].statements", equalTo(1))
        .body("failure", nullValue());
    visit
        .get("/note")
        .then()
        .header("ETag", equalTo("\"1\""))
        .body("note.sections[0].code", equalTo("subjective"))
        .body("note.sections[0].statements[0].text", equalTo("Allergic to penicillin."));
    byte[] wav = visit.get("/audio").then().statusCode(200).extract().asByteArray();
    assertThat(Arrays.copyOfRange(wav, 44, wav.length)).isEqualTo(Visit.signal(0, 40_000));
  }

  private static NoteRequested noteRequestOf(Visit visit) {
    return Broker.awaitRecords(Topics.NOTE, record -> record.key().equals(visit.id().toString()), 1)
        .stream()
        .map(record -> EventJson.note().read(record.value()))
        .map(decoded -> ((Decoded.Known<NoteEvent>) decoded).event())
        .map(NoteRequested.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static NoteDrafted drafted(Visit visit, NoteRequested request) {
    Statement statement =
        new Statement("subjective-1", "Allergic to penicillin.", List.of(), Verification.VERIFIED);
    return new NoteDrafted(
        visit.id(),
        request.noteRequestId(),
        new SoapNote(
            List.of(new Section(new SectionCode("subjective"), List.of(statement))),
            List.of(),
            Map.of()),
        Visit.ENGINE,
        Instant.parse("2026-11-24T10:16:02Z"));
  }
}
