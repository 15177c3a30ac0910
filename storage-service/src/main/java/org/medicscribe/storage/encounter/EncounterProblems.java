package org.medicscribe.storage.encounter;

import java.util.Map;
import java.util.Optional;
import org.medicscribe.edge.catalogue.ProblemType;
import org.medicscribe.edge.problem.Problem;
import org.medicscribe.edge.problem.ProblemException;
import org.medicscribe.events.EncounterId;

/** Refusals as problems; for the HTTP adapters. */
public final class EncounterProblems {

  private EncounterProblems() {}

  public static Problem invalid(Map<String, String> fields) {
    return Problem.of(ProblemType.INVALID_REQUEST).with("fields", fields);
  }

  public static <T> T valueOf(Answer<T> answer) {
    return switch (answer) {
      case Answer.Granted<T>(T value) -> value;
      case Answer.Refused<T>(ProblemType refusal) -> throw new ProblemException(refusal);
    };
  }

  public static <T> T found(Optional<T> item) {
    return item.orElseThrow(() -> new ProblemException(ProblemType.ENCOUNTER_NOT_FOUND));
  }

  /** A malformed id is the id of no encounter. */
  public static EncounterId idOf(String id) {
    return found(EncounterId.parse(id));
  }
}
