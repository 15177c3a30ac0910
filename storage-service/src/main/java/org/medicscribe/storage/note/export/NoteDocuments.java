package org.medicscribe.storage.note.export;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.medicscribe.documents.DocumentLanguage;
import org.medicscribe.documents.NoteDocument;
import org.medicscribe.events.EngineName;
import org.medicscribe.storage.encounter.Encounter;
import org.medicscribe.storage.encounter.PatientIdentity;
import org.medicscribe.storage.note.Addendum;
import org.medicscribe.storage.note.Note;
import org.medicscribe.storage.note.NoteLanguage;
import org.medicscribe.storage.note.NoteVersion;
import org.medicscribe.storage.note.Omission;
import org.medicscribe.storage.note.Person;
import org.medicscribe.storage.note.Signature;
import org.medicscribe.storage.note.Statement;

/** A note as documents of it are made from. */
public final class NoteDocuments {

  private NoteDocuments() {}

  /**
   * @param clinician whose visit it is
   * @param engine of the latest draft; null if there was none
   * @param changed whether something of the visit is not as it was written
   */
  public static NoteDocument of(
      Encounter encounter,
      Person clinician,
      NoteVersion version,
      @Nullable EngineName engine,
      @Nullable Signature signature,
      List<Addendum> addenda,
      boolean changed) {
    NoteLanguage language = NoteLanguage.ofVisitIn(encounter.language());
    NoteWords words = NoteWords.in(language);
    Note.Form form = version.note().form();
    Encounter.Recording recording = encounter.recording();
    return new NoteDocument(
        encounter.id(),
        version.version(),
        version.createdAt(),
        recording == null ? encounter.createdAt() : recording.startedAt(),
        languageOf(language),
        form == null ? words.title() : form.title(),
        form == null ? null : form.loinc(),
        Optional.ofNullable(encounter.patient())
            .map(patient -> patient(patient, encounter.owner().tenant()))
            .orElse(null),
        encounter.patientLabel(),
        encounter.owner().tenant(),
        person(clinician),
        engine == null ? null : engine.name(),
        version.note().sections().stream()
            .filter(Note.Section::hasWords)
            .map(NoteDocuments::section)
            .toList(),
        version.note().omissions().stream()
            .filter(omission -> omission.resolution() == null)
            .map(omission -> omission(omission, words))
            .toList(),
        signature == null
            ? null
            : new NoteDocument.Signature(
                person(signature.by()),
                signature.at(),
                signature.sha256(),
                signature.attestation()),
        addenda.stream()
            .map(addendum ->
                new NoteDocument.Addendum(
                    addendum.id(), addendum.text(), person(addendum.by()), addendum.at()))
            .toList(),
        changed);
  }

  private static DocumentLanguage languageOf(NoteLanguage language) {
    return switch (language) {
      case ENGLISH -> DocumentLanguage.ENGLISH;
      case SPANISH -> DocumentLanguage.SPANISH;
    };
  }

  private static NoteDocument.Patient patient(PatientIdentity patient, String clinic) {
    PatientIdentity.Identifier number = patient.identifier();
    PatientIdentity.Sex sex = patient.sex();
    return new NoteDocument.Patient(
        number == null
            ? null
            : new NoteDocument.Patient.Identifier(
                Optional.ofNullable(number.system())
                    .orElseGet(() -> NoteDocument.Patient.Identifier.systemOf(clinic)),
                number.value()),
        patient.name(),
        patient.birthDate(),
        sex == null
            ? null
            : switch (sex) {
              case FEMALE -> NoteDocument.Patient.Sex.FEMALE;
              case MALE -> NoteDocument.Patient.Sex.MALE;
              case OTHER -> NoteDocument.Patient.Sex.OTHER;
              case UNKNOWN -> NoteDocument.Patient.Sex.UNKNOWN;
            });
  }

  private static NoteDocument.Person person(Person person) {
    return new NoteDocument.Person(person.subject(), person.name());
  }

  private static NoteDocument.Section section(Note.Section section) {
    Note.Heading heading = section.heading();
    return new NoteDocument.Section(
        section.code().value(),
        section.title(),
        heading == null ? null : heading.loinc(),
        section.readsAsProse(),
        section.statements().stream().map(NoteDocuments::statement).toList());
  }

  private static NoteDocument.Statement statement(Statement statement) {
    return new NoteDocument.Statement(
        statement.id(),
        statement.text(),
        standingOf(statement),
        statement.evidence().stream()
            .map(each -> new NoteDocument.Evidence(each.segment().toString(), each.quote()))
            .toList());
  }

  private static NoteDocument.Standing standingOf(Statement statement) {
    if (statement.acceptance() != null) {
      return NoteDocument.Standing.ACCEPTED;
    }
    if (statement.verification() == null) {
      return NoteDocument.Standing.WRITTEN;
    }
    return switch (statement.verification().status()) {
      case VERIFIED -> NoteDocument.Standing.VERIFIED;
      case PARTLY -> NoteDocument.Standing.PARTLY;
      case UNSUPPORTED -> NoteDocument.Standing.UNSUPPORTED;
    };
  }

  private static NoteDocument.Omission omission(Omission omission, NoteWords words) {
    return new NoteDocument.Omission(
        words.kinds().getOrDefault(omission.kind(), omission.kind().name()), omission.text());
  }
}
