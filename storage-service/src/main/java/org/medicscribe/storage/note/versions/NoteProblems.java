package org.medicscribe.storage.note.versions;

import java.util.Optional;
import org.medicscribe.edge.catalogue.ProblemType;
import org.medicscribe.edge.problem.Problem;
import org.medicscribe.edge.problem.ProblemException;

/** Refusals about notes as problems; for the HTTP adapters. */
public final class NoteProblems {

  private NoteProblems() {}

  public static Problem noNote() {
    return Problem.of(ProblemType.NO_NOTE);
  }

  public static Problem changed(int version) {
    return Problem.of(ProblemType.NOTE_CHANGED).with("version", version);
  }

  public static Problem preconditionRequired() {
    return Problem.of(ProblemType.PRECONDITION_REQUIRED);
  }

  public static Problem tooManyDrafts() {
    return Problem.of(ProblemType.TOO_MANY_DRAFTS);
  }

  public static Problem noVersion() {
    return Problem.of(ProblemType.NO_VERSION);
  }

  public static <T> T found(Optional<T> note, Problem otherwise) {
    return note.orElseThrow(() -> new ProblemException(otherwise));
  }
}
