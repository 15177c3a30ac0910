package org.medicscribe.events;

/** What a reader finds in a Kafka record. */
public sealed interface Decoded<T> {

  record Known<T>(T event) implements Decoded<T> {}

  /** Written by a newer producer: count it and go on. */
  record UnknownType<T>(String type) implements Decoded<T> {}

  /**
   * Not what the contract says: it belongs in the dead-letter topic.
   *
   * @param reason holds nothing of the record's content
   */
  record Malformed<T>(String reason) implements Decoded<T> {}
}
