package org.medicscribe.storage.note.export;

import java.util.Map;
import org.medicscribe.events.SoapNote.Omission.Kind;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.storage.note.NoteLanguage;

/** What a note's parts are called, in its own language. */
record NoteWords(String title, Map<SectionCode, String> sections, Map<Kind, String> kinds) {

  private static final NoteWords ENGLISH =
      new NoteWords(
          "SOAP note",
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
