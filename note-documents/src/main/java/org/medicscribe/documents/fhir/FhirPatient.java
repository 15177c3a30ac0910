package org.medicscribe.documents.fhir;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.medicscribe.documents.NoteDocument;
import org.medicscribe.documents.fhir.Type.Extension;
import org.medicscribe.documents.fhir.Type.HumanName;
import org.medicscribe.documents.fhir.Type.Identifier;
import org.medicscribe.documents.fhir.Type.Meta;

/** Who was treated, as far as somebody said so. */
final class FhirPatient {

  private static final String US_CORE =
      "http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient";

  /** US Core asks for it where a name is not taken apart (us-core-6). */
  private static final Extension NOT_TAKEN_APART =
      Extension.code("http://hl7.org/fhir/StructureDefinition/data-absent-reason", "unknown");

  private FhirPatient() {}

  /** Nothing, where nothing but a label is known, which is no name. */
  static Resource.@Nullable Patient of(NoteDocument note, String id) {
    NoteDocument.Patient patient = note.patient();
    if (patient == null) {
      return null;
    }
    NoteDocument.Patient.Identifier number = patient.identifier();
    String name = patient.name();
    NoteDocument.Patient.Sex sex = patient.sex();
    LocalDate birthDate = patient.birthDate();
    return new Resource.Patient(
        id,
        number == null || name == null ? null : new Meta(List.of(US_CORE), List.of()),
        number == null ? List.of() : List.of(new Identifier(number.system(), number.value())),
        name == null ? List.of() : List.of(new HumanName(List.of(NOT_TAKEN_APART), name)),
        sex == null ? null : sex.name().toLowerCase(Locale.ROOT),
        birthDate == null ? null : birthDate.toString());
  }
}
