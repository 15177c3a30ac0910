package org.medicscribe.documents;

import java.util.Map;
import org.medicscribe.documents.NoteDocument.Patient.Sex;
import org.medicscribe.documents.NoteDocument.Standing;

/**
 * What a document says beside the note itself, in the note's own language.
 *
 * @param caution what stands behind a statement that is to be checked; nothing for the others
 * @param notShown what a form cannot show, with a place for which characters they are
 */
public record DocumentWords(
    String patient,
    String born,
    String sex,
    String recordNumber,
    String visit,
    String clinician,
    String clinic,
    String encounter,
    String version,
    String saved,
    String draft,
    String notSigned,
    String draftedBy,
    String signedBy,
    String nothingSaid,
    String omissions,
    String addendum,
    String doesNotMatch,
    String page,
    String notShown,
    Map<Standing, String> caution,
    Map<Sex, String> sexes) {

  private static final DocumentWords ENGLISH =
      new DocumentWords(
          "Patient",
          "Born",
          "Sex",
          "Record number",
          "Visit",
          "Clinician",
          "Clinic",
          "Encounter",
          "Version",
          "Saved",
          "Draft",
          "To be checked by the clinician; not signed.",
          "Drafted by",
          "Signed by",
          "Nothing is noted here.",
          "Said, not in the note",
          "Addendum",
          "This record does not match its signature: it was changed after it was written. Do not"
              + " rely on it.",
          "Page",
          "This document has no shape for these characters, and shows a box for each: %s. The text and"
              + " FHIR forms of the note have them.",
          Map.of(
              Standing.PARTLY, "check: only partly backed by the transcript",
              Standing.UNSUPPORTED, "not backed by the transcript"),
          Map.of(
              Sex.FEMALE, "female", Sex.MALE, "male", Sex.OTHER, "other", Sex.UNKNOWN, "unknown"));

  private static final DocumentWords SPANISH =
      new DocumentWords(
          "Paciente",
          "Fecha de nacimiento",
          "Sexo",
          "Número de historia",
          "Consulta",
          "Profesional",
          "Centro",
          "Identificador de la consulta",
          "Versión",
          "Guardada",
          "Borrador",
          "Pendiente de revisión por el profesional; sin firmar.",
          "Redactada por",
          "Firmada por",
          "No se anotó nada aquí.",
          "Se dijo y no está en la nota",
          "Adenda",
          "Este registro no coincide con su firma: se modificó después de escribirse. No se base"
              + " en él.",
          "Página",
          "Este documento no puede representar estos caracteres y muestra un recuadro por cada uno:"
              + " %s. Están en la nota como texto y como FHIR.",
          Map.of(
              Standing.PARTLY, "revisar: la transcripción solo lo respalda en parte",
              Standing.UNSUPPORTED, "la transcripción no lo respalda"),
          Map.of(
              Sex.FEMALE, "femenino",
              Sex.MALE, "masculino",
              Sex.OTHER, "otro",
              Sex.UNKNOWN, "desconocido"));

  public static DocumentWords in(DocumentLanguage language) {
    return switch (language) {
      case ENGLISH -> ENGLISH;
      case SPANISH -> SPANISH;
    };
  }

  /** What stands behind a statement; a signature answers for all of them. */
  public String cautionOf(NoteDocument note, NoteDocument.Statement statement) {
    return note.isSigned() ? "" : caution.getOrDefault(statement.standing(), "");
  }
}
