package org.medicscribe.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One request for a note; its draft, its deltas and its failure carry the same id. */
public record NoteRequestId(UUID value) {

  @JsonCreator
  public static NoteRequestId of(String text) {
    return new NoteRequestId(UUID.fromString(text));
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toString();
  }
}
