package org.medicscribe.storage.note.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.Decoded;
import org.medicscribe.events.EventJson;
import org.medicscribe.events.NoteEvent;
import org.medicscribe.events.NoteEvent.NoteRequested;
import org.medicscribe.events.NoteTemplate;
import org.medicscribe.events.ShippedTemplates;
import org.medicscribe.events.SoapNote;
import org.medicscribe.events.SoapNote.Section;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.events.SoapNote.Verification;
import org.medicscribe.events.Topics;
import org.medicscribe.storage.note.Drafts;
import org.medicscribe.storage.testing.Broker;
import org.medicscribe.storage.testing.SuiteParts;
import org.medicscribe.storage.testing.Tokens;
import org.medicscribe.storage.testing.Visit;

/** A note in another shape than the usual one. */
@QuarkusTest
@QuarkusTestResource(SuiteParts.class)
class TemplatesTest {

  private static final NoteTemplate DAP = ShippedTemplates.find("dap").orElseThrow();

  private final String token = Tokens.of("dr.shapes", "clinic-a", "clinician");

  @Test
  void shouldOfferWhatNotesCanBeWrittenWith() {
    Visit.as(token)
        .get("/api/templates")
        .then()
        .statusCode(200)
        .body("templates[0].id", equalTo(ShippedTemplates.standard().id()))
        .body("templates.id", hasItems("dap", "discharge"))
        .body(
            "templates.find { it.id == 'dap' }.sections.code",
            contains("data", "assessment", "plan"))
        .body("templates.find { it.id == 'dap' }.sections[0].title.es", equalTo("Datos"));
    RestAssured.given().get("/api/templates").then().statusCode(401);
  }

  @Test
  void shouldAskForTheTemplateOfTheVisitAndKeepItWithTheNote() {
    // Given
    Visit visit = transcribed("dap", "es");

    // When
    NoteRequested request = requestOf(visit);
    visit.answer(request.noteRequestId().toString(), draft());
    visit.awaitNote(1);

    // Then
    assertThat(request.form()).isEqualTo(DAP);
    visit
        .get("/note")
        .then()
        .body("note.form.template", equalTo("dap"))
        .body("note.form.version", equalTo(1))
        .body("note.form.title", equalTo("Nota DAP"))
        .body("note.sections.heading.title", contains("Datos", "Valoración", "Plan"))
        .body("note.sections[0].heading.style", equalTo("prose"));
    Visit.as(token)
        .accept("text/markdown")
        .get(visit.path() + "/note")
        .then()
        .body(startsWith("# Nota DAP\n"));
  }

  @Test
  void shouldSaveWhatStandsInASectionOfTheNoteAndNowhereElse() {
    // Given
    Visit visit = transcribed("dap", "en");
    visit.answer(requestOf(visit).noteRequestId().toString(), draft());
    visit.awaitNote(1);

    // When
    visit
        .save(1, edit("subjective"))
        .then()
        .statusCode(400)
        .body("type", endsWith("/invalid-request"));
    visit.save(1, edit("data")).then().statusCode(200);

    // Then
    visit
        .get("/note")
        .then()
        .body("note.sections.code", contains("data", "assessment", "plan"))
        .body("note.sections[0].heading.title", equalTo("Data"))
        .body("note.sections[0].statements.text", contains("Sleeps badly since May."));
  }

  @Test
  void shouldBeginANoteByHandWithTheSectionsOfTheVisitsTemplate() {
    // Given
    Visit visit = transcribed("birp", "es");

    // When
    Visit.as(token)
        .contentType("application/json")
        .header("If-None-Match", "*")
        .body(Map.of("sections", List.of(), "omissions", List.of()))
        .put(visit.path() + "/note")
        .then()
        .statusCode(200)
        .body(
            "note.sections.heading.title",
            contains("Conducta", "Intervención", "Respuesta", "Plan"));
  }

  @Test
  void shouldRefuseATemplateThatThereIsNot() {
    Visit.as(token)
        .contentType("application/json")
        .body(Map.of("patientLabel", "Ana", "template", "poem"))
        .post("/api/encounters")
        .then()
        .statusCode(400)
        .body("fields.template", startsWith("Choose one of: "));
    Visit.as(token)
        .contentType("application/json")
        .body(Map.of("template", "poem"))
        .post(transcribed("dap", "en").path() + "/notes")
        .then()
        .statusCode(400)
        .body("fields.template", startsWith("Choose one of: "));
  }

  private static Map<String, ?> edit(String section) {
    return Map.of(
        "sections",
        List.of(
            Map.of(
                "code", section, "statements", List.of(Map.of("text", "Sleeps badly since May.")))),
        "omissions",
        List.of());
  }

  private static SoapNote draft() {
    return new SoapNote(
        List.of(
            new Section(
                new SectionCode("data"),
                List.of(Drafts.statement("data-1", "Sleeps badly.", Verification.VERIFIED, "s0"))),
            new Section(new SectionCode("assessment"), List.of()),
            new Section(new SectionCode("plan"), List.of())),
        List.of(),
        Map.of());
  }

  private Visit transcribed(String template, String language) {
    Visit visit =
        Visit.create(
            token, Map.of("patientLabel", "Ana", "template", template, "language", language));
    visit.consent("granted").then().statusCode(201);
    visit.claim("tab-1", false).then().statusCode(200);
    visit.hear(0, 48_000, "I sleep badly.", "We will see.");
    visit.stop(48_000);
    visit.complete(48_000);
    visit.awaitState("drafting");
    return visit;
  }

  private static NoteRequested requestOf(Visit visit) {
    return Broker.awaitRecords(Topics.NOTE, record -> record.key().equals(visit.id().toString()), 1)
        .stream()
        .map(record -> EventJson.note().read(record.value()))
        .map(decoded -> ((Decoded.Known<NoteEvent>) decoded).event())
        .map(NoteRequested.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
