package org.medicscribe.documents.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.medicscribe.documents.DocumentWords;
import org.medicscribe.documents.NoteDocument;
import org.medicscribe.documents.NoteDocument.Addendum;
import org.medicscribe.documents.NoteDocument.Person;
import org.medicscribe.documents.NoteDocument.Statement;
import org.medicscribe.documents.fhir.Resource.Composition.Section;
import org.medicscribe.documents.fhir.Type.CodeableConcept;
import org.medicscribe.documents.fhir.Type.Coding;
import org.medicscribe.documents.fhir.Type.Extension;
import org.medicscribe.documents.fhir.Type.Narrative;
import org.medicscribe.documents.fhir.Type.Reference;

/**
 * The parts of a note as sections. Their text is for people; what each statement rests on stands
 * beside it in an extension that points to the statement by its id.
 */
final class FhirSections {

  private static final String STATEMENT = Names.extension("note-statement");

  private FhirSections() {}

  /** What stands above the sections. */
  static String head(NoteDocument note, DocumentWords words) {
    List<String> lines = new ArrayList<>();
    lines.add(note.title() + ", " + words.version() + " " + note.version());
    if (note.changed()) {
      lines.add(words.doesNotMatch());
    }
    NoteDocument.Signature signature = note.signature();
    if (signature == null) {
      lines.add(words.notSigned());
    } else {
      lines.add(words.signedBy() + " " + signature.by().name() + ", " + signature.at());
      lines.add(signature.attestation());
      lines.add("SHA-256: " + signature.sha256());
    }
    return Xhtml.div(
        note.language(), String.join("", lines.stream().map(Xhtml::paragraph).toList()));
  }

  static List<Section> of(
      NoteDocument note, DocumentWords words, Function<Person, Reference> parties) {
    return Stream.of(
            note.sections().stream().map(section -> section(note, words, section)),
            note.open().isEmpty() ? Stream.<Section>empty() : Stream.of(open(note, words)),
            note.addenda().stream().map(addendum -> addendum(note, words, addendum, parties)))
        .flatMap(each -> each)
        .toList();
  }

  private static Section section(
      NoteDocument note, DocumentWords words, NoteDocument.Section section) {
    String loinc = section.loinc();
    String content =
        section.statements().isEmpty()
            ? Xhtml.paragraph(words.nothingSaid())
            : Xhtml.list(
                section.statements().stream()
                    .map(statement -> Xhtml.item(statement.id(), shown(note, words, statement)))
                    .toList());
    return new Section(
        section.statements().stream().map(FhirSections::grounds).toList(),
        section.title(),
        loinc == null
            ? null
            : new CodeableConcept(List.of(new Coding(Codes.LOINC, loinc, null)), section.title()),
        List.of(),
        Narrative.generated(Xhtml.div(note.language(), content)));
  }

  private static String shown(NoteDocument note, DocumentWords words, Statement statement) {
    String caution = words.cautionOf(note, statement);
    return caution.isEmpty() ? statement.text() : statement.text() + " (" + caution + ")";
  }

  private static Extension grounds(Statement statement) {
    return Extension.of(
        STATEMENT,
        Stream.concat(
                Stream.of(
                    Extension.text("statement", statement.id()),
                    Extension.code(
                        "standing", statement.standing().name().toLowerCase(Locale.ROOT))),
                statement.evidence().stream()
                    .map(evidence ->
                        Extension.of(
                            "evidence",
                            List.of(
                                Extension.text("segment", evidence.segment()),
                                Extension.text("quote", evidence.quote())))))
            .toList());
  }

  private static Section open(NoteDocument note, DocumentWords words) {
    return new Section(
        List.of(),
        words.omissions(),
        null,
        List.of(),
        Narrative.generated(
            Xhtml.div(
                note.language(),
                Xhtml.list(
                    note.open().stream()
                        .map(omission -> Xhtml.item(omission.kind() + ": " + omission.text()))
                        .toList()))));
  }

  private static Section addendum(
      NoteDocument note,
      DocumentWords words,
      Addendum addendum,
      Function<Person, Reference> parties) {
    String content =
        Xhtml.paragraph(addendum.by().name() + ", " + addendum.at())
            + String.join("", addendum.text().lines().map(Xhtml::paragraph).toList());
    return new Section(
        List.of(),
        words.addendum(),
        Codes.ADDENDUM,
        List.of(parties.apply(addendum.by())),
        Narrative.generated(Xhtml.div(note.language(), content)));
  }
}
