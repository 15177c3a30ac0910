package org.medicscribe.storage.note.leaving;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.memory.Share;
import org.medicscribe.storage.memory.StorageMemory;
import org.medicscribe.storage.testing.SuiteParts;
import org.medicscribe.storage.testing.Tokens;
import org.medicscribe.storage.testing.Visit;

@QuarkusTest
@QuarkusTestResource(SuiteParts.class)
class ExportTest {

  private static final String FHIR = "application/fhir+json";

  @Inject StorageMemory memory;

  private final String clinic = "clinic-" + UUID.randomUUID();
  private final String rivera = Tokens.of("dr.rivera", "Dr Rivera", clinic, "clinician");

  @Test
  void shouldGiveADraftAsADocument() {
    // Given
    Visit visit = Visit.drafted(rivera);
    visit.identify(Map.of("name", "María López")).then().statusCode(200);

    // Then
    as(visit, FHIR, "/note")
        .then()
        .statusCode(200)
        .contentType(startsWith(FHIR))
        .header("ETag", equalTo("\"1\""))
        .body("type", equalTo("document"))
        .body("entry[0].resource.status", equalTo("preliminary"))
        .body("entry[0].resource.section[0].code.coding[0].code", equalTo("61150-9"))
        .body("entry[1].resource.name[0].text", equalTo("María López"))
        .body("meta.security[0].code", equalTo("AIAST"));
    as(visit, FHIR, "/note/document-reference")
        .then()
        .statusCode(200)
        .body("docStatus", equalTo("preliminary"));
    as(visit, "text/markdown", "/note").then().body(containsString("Patient: María López"));
  }

  @Test
  void shouldGiveASignedNoteAsPdf() {
    // Given
    Visit visit = Visit.signed(rivera);

    // When
    byte[] pdf =
        as(visit, "application/pdf", "/note")
            .then()
            .statusCode(200)
            .contentType("application/pdf")
            .header("ETag", equalTo("\"2\""))
            .extract()
            .asByteArray();

    // Then
    assertThat(new String(pdf, ISO_8859_1)).startsWith("%PDF-1.").endsWith("%%EOF\n");
    Visit.as(rivera)
        .get(visit.path() + "/audit")
        .then()
        .body("entries.action", hasItem("note-exported"));
  }

  @Test
  void shouldGiveAnAddendumAsADocumentOfItsOwn() {
    // Given
    Visit visit = Visit.signed(rivera);
    String addendum = visit.addendum("Called back.").then().extract().path("id");

    // Then
    as(visit, FHIR, "/note/addenda/" + addendum + "/document-reference")
        .then()
        .statusCode(200)
        .body("docStatus", equalTo("final"))
        .body("relatesTo.code", contains("appends"));
    as(visit, FHIR, "/note")
        .then()
        .body("entry[0].resource.status", equalTo("amended"))
        .body("meta.security[0].code", equalTo("CLINAST_AIRPT"));
    as(visit, FHIR, "/note/addenda/" + UUID.randomUUID() + "/document-reference")
        .then()
        .statusCode(404)
        .body("type", endsWith("/no-addendum"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/pdf", FHIR, "text/markdown"})
  void shouldGiveNobodyElseANote(String type) {
    // Given
    Visit visit = Visit.signed(rivera);
    List<String> strangers =
        List.of(
            Tokens.of("dr.chen", clinic, "clinician"),
            Tokens.of("dr.rivera", "clinic-" + UUID.randomUUID(), "clinician"));

    for (String stranger : strangers) {
      // Then
      Visit.as(stranger)
          .accept(type + ", application/problem+json")
          .get(visit.path() + "/note")
          .then()
          .statusCode(404)
          .body("type", endsWith("/encounter-not-found"));
    }
    Visit.as(Tokens.of("eve", clinic, "auditor"))
        .accept(type)
        .get(visit.path() + "/note")
        .then()
        .statusCode(403);
  }

  @Test
  void shouldStillGiveTheNoteItselfToWhoTakesAnything() {
    Visit visit = Visit.drafted(rivera);

    as(visit, "*/*", "/note").then().contentType(startsWith("application/json"));
  }

  @Test
  void shouldSayThatThereIsNoNoteYet() {
    Visit visit = Visit.create(rivera);

    as(visit, "application/pdf", "/note").then().statusCode(404).body("type", endsWith("/no-note"));
  }

  @Test
  void shouldTellToComeAgainWhenThereIsNoMemoryForAPdf() {
    // Given
    Visit visit = Visit.drafted(rivera);
    Share documents = memory.documents();
    long all = documents.ceiling();
    documents.take(all);
    try {
      // Then
      as(visit, "application/pdf", "/note")
          .then()
          .statusCode(503)
          .body("type", endsWith("/storage-busy"));
    } finally {
      documents.give(all);
    }
    as(visit, "application/pdf", "/note").then().statusCode(200);
    assertThat(documents.used()).isZero();
  }

  @Test
  void shouldFileASignedNoteAsTextDocumentAndPdf() throws IOException {
    // Given
    Visit visit = Visit.signed(rivera);
    Path folder = SuiteParts.notes();

    // Then
    assertThat(Files.readString(folder.resolve(visit.id() + ".md")))
        .contains("Signed by: Dr Rivera");
    assertThat(Files.readString(folder.resolve(visit.id() + ".fhir.json")))
        .contains("\"status\":\"final\"");
    assertThat(folder.resolve(visit.id() + ".pdf")).isNotEmptyFile();

    // When
    visit.addendum("Called back.").then().statusCode(201);

    // Then
    assertThat(Files.readString(folder.resolve(visit.id() + ".md"))).contains("Called back.");
    assertThat(Files.readString(folder.resolve(visit.id() + ".fhir.json")))
        .contains("\"status\":\"amended\"");
  }

  private Response as(Visit visit, String type, String below) {
    return Visit.as(rivera).accept(type).get(visit.path() + below);
  }
}
