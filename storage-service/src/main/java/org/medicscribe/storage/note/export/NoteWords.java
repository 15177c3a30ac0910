package org.medicscribe.storage.note.export;

import java.util.Map;
import org.medicscribe.events.SoapNote.Omission.Kind;
import org.medicscribe.storage.note.NoteLanguage;

/**
 * What a note's parts are called, in its own language.
 *
 * @param title of a note that says of no template
 */
record NoteWords(String title, Map<Kind, String> kinds) {

  private static final NoteWords ENGLISH =
      new NoteWords(
          "Note",
          Map.of(
              Kind.MEDICINE, "Medicine",
              Kind.ALLERGY, "Allergy",
              Kind.FOLLOW_UP, "Follow-up",
              Kind.RED_FLAG, "Warning sign"));

  private static final NoteWords SPANISH =
      new NoteWords(
          "Nota",
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
