package org.medicscribe.documents.fhir;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.medicscribe.documents.NoteDocument;
import org.medicscribe.documents.NoteDocument.Addendum;
import org.medicscribe.documents.NoteDocument.Person;
import org.medicscribe.documents.PlainText;
import org.medicscribe.documents.fhir.Resource.DocumentReference;
import org.medicscribe.documents.fhir.Type.Attachment;
import org.medicscribe.documents.fhir.Type.CodeableConcept;
import org.medicscribe.documents.fhir.Type.Identifier;
import org.medicscribe.documents.fhir.Type.Period;
import org.medicscribe.documents.fhir.Type.Reference;

/**
 * A note, or what was added to it, as a DocumentReference of US Core that holds it as plain text:
 * what record systems take. It stands alone: people and clinic are told by identifier and name, and
 * the patient is contained.
 *
 * <p>An addendum is a document of its own that is appended to the signed note. What is saved anew
 * before the signature keeps the identifier and has another master identifier.
 */
public final class FhirReference {

  private static final String US_CORE =
      "http://hl7.org/fhir/us/core/StructureDefinition/us-core-documentreference";

  private static final String PATIENT = "patient";

  private FhirReference() {}

  /** The note as it was last saved or signed, without what was added; JSON in UTF-8. */
  public static byte[] of(NoteDocument note) {
    NoteDocument.Signature signature = note.signature();
    NoteDocument alone = FhirReference.withoutAddenda(note);
    return FhirJson.write(
        reference(
            alone,
            signature == null
                ? Names.identifier(Names.state(alone, "reference"))
                : Names.ofSigned(note),
            Names.ofNote(note),
            Codes.kindOf(note),
            alone.asOf(),
            note.clinician(),
            signature == null ? null : signature.by(),
            List.of(),
            PlainText.of(alone),
            note.title()));
  }

  /** What was added; JSON in UTF-8. */
  public static byte[] of(NoteDocument note, Addendum addendum) {
    Identifier own = Names.of(addendum);
    Reference signed = Reference.named("DocumentReference", Names.ofSigned(note), note.title());
    return FhirJson.write(
        reference(
            note,
            own,
            own,
            Codes.kindOf(note),
            addendum.at(),
            addendum.by(),
            addendum.by(),
            List.of(new DocumentReference.RelatesTo("appends", signed)),
            PlainText.of(note, addendum),
            note.title()));
  }

  private static DocumentReference reference(
      NoteDocument note,
      Identifier master,
      Identifier own,
      CodeableConcept type,
      Instant date,
      Person author,
      @Nullable Person authenticator,
      List<DocumentReference.RelatesTo> relatesTo,
      String text,
      String title) {
    Resource.Patient patient = FhirPatient.of(note, PATIENT);
    return new DocumentReference(
        master.value().substring("urn:uuid:".length()),
        FhirLabels.of(note, US_CORE),
        note.language().tag(),
        patient == null ? List.of() : List.of(patient),
        master,
        List.of(own),
        "current",
        note.isSigned() ? "final" : "preliminary",
        type,
        List.of(Codes.CLINICAL_NOTE),
        patient == null
            ? Reference.inWords(note.label())
            : new Reference("#" + PATIENT, null, null, note.label()),
        date.toString(),
        List.of(Names.referenceTo(note, author)),
        authenticator == null ? null : Names.referenceTo(note, authenticator),
        Names.referenceToClinic(note),
        relatesTo,
        List.of(
            new DocumentReference.Content(
                new Attachment(
                    "text/plain; charset=utf-8",
                    note.language().tag(),
                    Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)),
                    title,
                    date.toString()))),
        new DocumentReference.Context(
            List.of(Reference.named("Encounter", Names.ofEncounter(note), note.label())),
            new Period(note.visitAt().toString())));
  }

  private static NoteDocument withoutAddenda(NoteDocument note) {
    return new NoteDocument(
        note.encounter(),
        note.version(),
        note.savedAt(),
        note.visitAt(),
        note.language(),
        note.title(),
        note.loinc(),
        note.patient(),
        note.label(),
        note.clinic(),
        note.clinician(),
        note.engine(),
        note.sections(),
        note.open(),
        note.signature(),
        List.of(),
        note.changed());
  }
}
