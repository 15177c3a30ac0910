package org.medicscribe.documents.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.medicscribe.documents.NoteDocument;
import org.medicscribe.documents.Notes;

class FhirDocumentTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<Arguments> notes() {
    return Stream.of(
        Arguments.of("draft", Notes.draft()),
        Arguments.of("signed", Notes.signed()),
        Arguments.of("added to", Notes.addedTo()),
        Arguments.of("Spanish", Notes.spanish()),
        Arguments.of("of nobody known", Notes.of(null)),
        Arguments.of("of a name alone", Notes.of(Notes.named("王小明"))),
        Arguments.of("by hand, changed", Notes.byHand(true)),
        Arguments.of("odd characters", Notes.saying("\u0001\uD83D\uDE00 <script> \uFFFE & ]]>")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("notes")
  void shouldBeADocumentByTheReferenceValidator(String name, NoteDocument note) {
    byte[] document = FhirDocument.of(note);
    assertThat(Validator.errors(document)).isEmpty();
    assertThat(Validator.unexplained(document)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("notes")
  void shouldBeAReferenceByTheReferenceValidator(String name, NoteDocument note) {
    byte[] reference = FhirReference.of(note);
    assertThat(Validator.errors(reference)).isEmpty();
    assertThat(Validator.unexplained(reference)).isEmpty();
  }

  @Test
  void shouldAppendWhatWasAddedToWhatWasSigned() throws IOException {
    // Given
    NoteDocument note = Notes.addedTo();
    NoteDocument.Addendum addendum = note.addenda().getLast();

    // When
    byte[] reference = FhirReference.of(note, addendum);

    // Then
    assertThat(Validator.errors(reference)).isEmpty();
    JsonNode appended = JSON.readTree(reference);
    assertThat(appended.at("/relatesTo/0/code").asText()).isEqualTo("appends");
    assertThat(appended.at("/relatesTo/0/target/identifier"))
        .isEqualTo(JSON.readTree(FhirReference.of(note)).at("/masterIdentifier"));
    assertThat(appended.at("/author/0/display").asText()).isEqualTo("Ben Okoro");
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        broken("no type", bundle -> bundle.remove("type")),
        broken("no identifier, which a document needs", bundle -> bundle.remove("identifier")),
        broken("no time, which a document needs", bundle -> bundle.remove("timestamp")),
        broken(
            "a Composition that is not first",
            bundle -> {
              ArrayNode entries = (ArrayNode) bundle.get("entry");
              entries.add(entries.remove(0));
            }),
        broken("no status", bundle -> composition(bundle).remove("status")),
        broken("a status of no note", bundle -> composition(bundle).put("status", "signed")),
        broken("no author", bundle -> composition(bundle).remove("author")),
        broken("a section without content", bundle -> section(bundle).remove("text")),
        broken(
            "a script in a narrative",
            bundle ->
                ((ObjectNode) section(bundle).get("text"))
                    .put(
                        "div",
                        "<div xmlns=\"http://www.w3.org/1999/xhtml\"><script>1</script></div>")),
        broken("an unknown element", bundle -> composition(bundle).put("signedBy", "Ana")),
        broken(
            "a reference to nothing",
            bundle ->
                ((ObjectNode) composition(bundle).get("custodian"))
                    .put("reference", "urn:uuid:0193a7c4-0000-7000-8000-00000000dead")),
        broken("a sex of no table", bundle -> resource(bundle, "Patient").put("gender", "f")),
        broken(
            "a birth date of no calendar",
            bundle -> resource(bundle, "Patient").put("birthDate", "1956-02-30")),
        broken(
            "a Provenance of nothing", bundle -> resource(bundle, "Provenance").remove("target")),
        broken(
            "an extension with value and parts",
            bundle -> ((ObjectNode) section(bundle).at("/extension/0")).put("valueString", "s1")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void shouldCatch(String fault, Consumer<ObjectNode> breaking) throws IOException {
    // Given
    ObjectNode bundle = (ObjectNode) JSON.readTree(FhirDocument.of(Notes.signed()));
    breaking.accept(bundle);

    // Then
    assertThat(Validator.errors(JSON.writeValueAsBytes(bundle))).isNotEmpty();
  }

  @Test
  void shouldTellDraftsFromWhatAClinicianStandsFor() throws IOException {
    assertThat(labelOf(Notes.draft())).isEqualTo("AIAST");
    assertThat(labelOf(Notes.signed())).isEqualTo("CLINAST_AIRPT");
    assertThat(labelOf(Notes.byHand(false))).isEmpty();
  }

  @Test
  void shouldSayWhatEachStatementRestsOn() throws IOException {
    // When
    JsonNode section =
        JSON.readTree(FhirDocument.of(Notes.draft())).at("/entry/0/resource/section/0");

    // Then
    assertThat(section.at("/text/div").asText())
        .contains("<li id=\"s2\">Takes 500 mg of ibuprofen. (check: only partly backed");
    assertThat(section.at("/extension/1/extension/0/valueString").asText()).isEqualTo("s2");
    assertThat(section.at("/extension/1/extension/1/valueCode").asText()).isEqualTo("partly");
    assertThat(section.at("/extension/1/extension/2/extension/0/valueString").asText())
        .isEqualTo("s16000");
    assertThat(section.at("/extension/1/extension/2/extension/1/valueString").asText())
        .isEqualTo("I have had it <three> days");
  }

  @Test
  void shouldNameTheSameStateTheSameAndAnotherOneOtherwise() throws IOException {
    assertThat(FhirDocument.of(Notes.draft())).isEqualTo(FhirDocument.of(Notes.draft()));
    assertThat(idOf(Notes.draft())).isNotEqualTo(idOf(Notes.signed()));
    assertThat(idOf(Notes.signed())).isNotEqualTo(idOf(Notes.addedTo()));
  }

  private static String labelOf(NoteDocument note) throws IOException {
    return JSON.readTree(FhirDocument.of(note)).at("/meta/security/0/code").asText();
  }

  private static String idOf(NoteDocument note) throws IOException {
    return JSON.readTree(FhirDocument.of(note)).at("/identifier/value").asText();
  }

  private static Arguments broken(String fault, Consumer<ObjectNode> breaking) {
    return Arguments.of(fault, breaking);
  }

  private static ObjectNode composition(ObjectNode bundle) {
    return resource(bundle, "Composition");
  }

  private static ObjectNode section(ObjectNode bundle) {
    return (ObjectNode) composition(bundle).at("/section/0");
  }

  private static ObjectNode resource(ObjectNode bundle, String type) {
    for (JsonNode entry : bundle.get("entry")) {
      if (entry.at("/resource/resourceType").asText().equals(type)) {
        return (ObjectNode) entry.get("resource");
      }
    }
    throw new IllegalArgumentException("no " + type);
  }
}
