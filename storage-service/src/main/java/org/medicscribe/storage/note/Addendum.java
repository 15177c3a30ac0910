package org.medicscribe.storage.note;

import java.time.Instant;
import java.util.UUID;

/** What a person added to a signed note; final as the note is. */
public record Addendum(UUID id, String text, Person by, Instant at) {
  @Override
  public String toString() {
    return "Addendum[" + id + "]";
  }
}
