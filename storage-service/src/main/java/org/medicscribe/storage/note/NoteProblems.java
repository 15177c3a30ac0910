package org.medicscribe.storage.note;

import java.util.Optional;
import org.medicscribe.edge.problem.Problem;
import org.medicscribe.edge.problem.ProblemException;

/** Refusals about notes as problems; for the HTTP adapters. */
public final class NoteProblems {

  private NoteProblems() {}

  public static Problem noNote() {
    return Problem.of(
        "no-note",
        404,
        "There is no note yet",
        "Wait for the draft, or write the note yourself with If-None-Match: *.");
  }

  public static Problem changed(int version) {
    return Problem.of(
            "note-changed",
            412,
            "The note has changed meanwhile",
            "Read the note again, put your changes into it, and save that.")
        .with("version", version);
  }

  public static Problem preconditionRequired() {
    return Problem.of(
        "precondition-required",
        428,
        "The request does not say which version it is about",
        "Send the ETag of the note you have read as If-Match.");
  }

  public static Problem tooManyDrafts() {
    return Problem.of(
        "too-many-drafts",
        429,
        "As many drafts were asked for as may be in a day",
        "Go on with the note as it is, or ask again tomorrow.");
  }

  public static Problem noVersion() {
    return Problem.of(
        "no-version", 404, "The note has no such version", "Choose one from the list of versions.");
  }

  public static <T> T found(Optional<T> note, Problem otherwise) {
    return note.orElseThrow(() -> new ProblemException(otherwise));
  }
}
