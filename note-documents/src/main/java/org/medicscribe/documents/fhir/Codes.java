package org.medicscribe.documents.fhir;

import java.util.Map;
import org.medicscribe.documents.NoteDocument;
import org.medicscribe.documents.fhir.Type.CodeableConcept;
import org.medicscribe.documents.fhir.Type.Coding;

/** The codes of others that notes use. */
final class Codes {

  static final String LOINC = "http://loinc.org";

  private static final CodeableConcept PROGRESS_NOTE =
      CodeableConcept.of(LOINC, "11506-3", "Progress note");

  private static final Map<String, CodeableConcept> KINDS =
      Map.of(
          "34117-2", CodeableConcept.of(LOINC, "34117-2", "History and physical note"),
          "18842-5", CodeableConcept.of(LOINC, "18842-5", "Discharge summary"));

  static final CodeableConcept ADDENDUM = CodeableConcept.of(LOINC, "55107-7", "Addendum Document");

  static final CodeableConcept CLINICAL_NOTE =
      CodeableConcept.of(
          "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category",
          "clinical-note",
          "Clinical Note");

  static final Coding AMBULATORY =
      new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB", "ambulatory");

  static final CodeableConcept CREATED =
      CodeableConcept.of(
          "http://terminology.hl7.org/CodeSystem/v3-DataOperation", "CREATE", "create");

  private static final String INTEGRITY =
      "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";

  /** AI Transparency on FHIR (ballot of 2025): asserted by a machine. */
  static final Coding BY_A_MACHINE =
      new Coding(INTEGRITY, "AIAST", "Artificial Intelligence asserted");

  /** The same guide: a machine's report that a clinician asserts. */
  static final Coding BY_A_MACHINE_AND_A_CLINICIAN =
      new Coding(INTEGRITY, "CLINAST_AIRPT", "clinician asserted from AI-reported");

  private static final String PARTICIPANTS =
      "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

  static final CodeableConcept ASSEMBLER =
      CodeableConcept.of(PARTICIPANTS, "assembler", "Assembler");
  static final CodeableConcept AUTHOR = CodeableConcept.of(PARTICIPANTS, "author", "Author");
  static final CodeableConcept ATTESTER = CodeableConcept.of(PARTICIPANTS, "attester", "Attester");

  private Codes() {}

  /** What kind of document it is; a progress note where nobody said, or no other name is known. */
  static CodeableConcept kindOf(NoteDocument note) {
    String loinc = note.loinc();
    return loinc == null ? PROGRESS_NOTE : KINDS.getOrDefault(loinc, PROGRESS_NOTE);
  }
}
