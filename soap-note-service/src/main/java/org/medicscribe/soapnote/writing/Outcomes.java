package org.medicscribe.soapnote.writing;

import org.medicscribe.events.FailureKind;
import org.medicscribe.events.NoteEvent;
import org.medicscribe.events.NoteEvent.NoteFailed;
import org.medicscribe.events.NoteEvent.NoteRequested;

/** The failures that need no drafter. */
final class Outcomes {

  private Outcomes() {}

  static NoteEvent tooShort(NoteRequested request) {
    return failed(
        request,
        FailureKind.CALLER,
        "transcript-too-short",
        "Too little was said to write a note from. Write it yourself, or record a new visit.");
  }

  static NoteEvent noLanguage(NoteRequested request) {
    return failed(
        request,
        FailureKind.CALLER,
        "language-unsupported",
        "Notes can be written in English and Spanish. Choose one of them and ask again.");
  }

  static NoteEvent noTemplate(NoteRequested request) {
    return failed(
        request,
        FailureKind.CALLER,
        "template-unknown",
        "There is no such template. Choose another and ask again.");
  }

  static NoteEvent defect(NoteRequested request) {
    return failed(
        request,
        FailureKind.INTERNAL,
        "draft-defect",
        "The note could not be written because of a defect in Medic Scribe. Your recording is safe;"
            + " tell your administrator.");
  }

  private static NoteEvent failed(
      NoteRequested request, FailureKind kind, String code, String advice) {
    return new NoteFailed(request.encounterId(), request.noteRequestId(), kind, code, advice);
  }
}
