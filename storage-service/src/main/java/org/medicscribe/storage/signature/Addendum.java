package org.medicscribe.storage.signature;

import java.time.Instant;
import java.util.UUID;
import org.medicscribe.storage.note.Person;

/** What a person added to a signed note; final as the note is. */
public record Addendum(UUID id, String text, Person by, Instant at) {
  @Override
  public String toString() {
    return "Addendum[" + id + "]";
  }
}
