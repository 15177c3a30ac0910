package org.medicscribe.documents.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.medicscribe.documents.NoteDocument;
import org.medicscribe.documents.fhir.Type.Coding;
import org.medicscribe.documents.fhir.Type.Meta;

/** What a machine had to do with a note, so that whoever receives it can tell. */
final class FhirLabels {

  private FhirLabels() {}

  /** Nothing for what a person wrote alone. */
  static @Nullable Meta of(NoteDocument note, String... profiles) {
    if (note.engine() == null && profiles.length == 0) {
      return null;
    }
    return new Meta(List.of(profiles), codes(note));
  }

  private static List<Coding> codes(NoteDocument note) {
    if (note.engine() == null) {
      return List.of();
    }
    return List.of(note.isSigned() ? Codes.BY_A_MACHINE_AND_A_CLINICIAN : Codes.BY_A_MACHINE);
  }
}
