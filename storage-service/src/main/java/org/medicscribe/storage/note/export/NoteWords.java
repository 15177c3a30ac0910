package org.medicscribe.storage.note.export;

import java.util.Map;
import org.medicscribe.events.SoapNote.Omission.Kind;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.storage.note.NoteLanguage;

/** What a note as a text says beside its statements, in the note's own language. */
record NoteWords(
    String title,
    String encounter,
    String version,
    String saved,
    String notSigned,
    String signed,
    String by,
    String nothingSaid,
    String partlyBacked,
    String notBacked,
    String omissions,
    String addendum,
    String addedBy,
    String doesNotMatch,
    Map<SectionCode, String> sections,
    Map<Kind, String> kinds) {

  private static final NoteWords ENGLISH =
      new NoteWords(
          "SOAP note",
          "Encounter",
          "Version",
          "Saved",
          "To be checked by the clinician; not signed.",
          "Signed",
          "by",
          "Nothing is noted here.",
          "check: only partly backed by the transcript",
          "not backed by the transcript",
          "Said, not in the note",
          "Addendum",
          "By",
          "This record does not match its signature: it was changed after it was written. Do not"
              + " rely on it.",
          Map.of(
              SectionCode.SUBJECTIVE, "Subjective",
              SectionCode.OBJECTIVE, "Objective",
              SectionCode.ASSESSMENT, "Assessment",
              SectionCode.PLAN, "Plan"),
          Map.of(
              Kind.MEDICINE, "Medicine",
              Kind.ALLERGY, "Allergy",
              Kind.FOLLOW_UP, "Follow-up",
              Kind.RED_FLAG, "Warning sign"));

  private static final NoteWords SPANISH =
      new NoteWords(
          "Nota SOAP",
          "Consulta",
          "Versión",
          "Guardada",
          "Pendiente de revisión por el profesional; sin firmar.",
          "Firmada",
          "por",
          "No se anotó nada aquí.",
          "revisar: la transcripción solo lo respalda en parte",
          "la transcripción no lo respalda",
          "Se dijo y no está en la nota",
          "Adenda",
          "De",
          "Este registro no coincide con su firma: se modificó después de escribirse. No se base"
              + " en él.",
          Map.of(
              SectionCode.SUBJECTIVE, "Subjetivo",
              SectionCode.OBJECTIVE, "Objetivo",
              SectionCode.ASSESSMENT, "Valoración",
              SectionCode.PLAN, "Plan"),
          Map.of(
              Kind.MEDICINE, "Medicamento",
              Kind.ALLERGY, "Alergia",
              Kind.FOLLOW_UP, "Seguimiento",
              Kind.RED_FLAG, "Señal de alarma"));

  static NoteWords in(NoteLanguage language) {
    return switch (language) {
      case ENGLISH -> ENGLISH;
      case SPANISH -> SPANISH;
    };
  }
}
