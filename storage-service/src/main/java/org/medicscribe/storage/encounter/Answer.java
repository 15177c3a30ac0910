package org.medicscribe.storage.encounter;

import org.medicscribe.edge.catalogue.ProblemType;

/** What comes of a wish that the rules may refuse. */
public sealed interface Answer<T> {

  record Granted<T>(T value) implements Answer<T> {}

  record Refused<T>(ProblemType refusal) implements Answer<T> {}

  static <T> Answer<T> granted(T value) {
    return new Granted<>(value);
  }

  static <T> Answer<T> refused(ProblemType refusal) {
    return new Refused<>(refusal);
  }
}
