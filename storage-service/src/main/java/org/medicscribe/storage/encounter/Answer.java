package org.medicscribe.storage.encounter;

/** What comes of a wish that the rules may refuse. */
public sealed interface Answer<T> {

  record Granted<T>(T value) implements Answer<T> {}

  record Refused<T>(Refusal refusal) implements Answer<T> {}

  static <T> Answer<T> granted(T value) {
    return new Granted<>(value);
  }

  static <T> Answer<T> refused(Refusal refusal) {
    return new Refused<>(refusal);
  }
}
