package org.medicscribe.storage.note.versions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.EngineName;
import org.medicscribe.storage.note.DraftFailure;
import org.medicscribe.storage.note.NoteVersion.Origin;
import org.medicscribe.storage.note.Person;

/**
 * The history of a note.
 *
 * @param versions newest first
 * @param failure of the latest request, if that failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoteVersions(List<Entry> versions, @Nullable DraftFailure failure) {

  public NoteVersions {
    versions = List.copyOf(versions);
  }

  /**
   * A version without what it says.
   *
   * @param statements how many
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Entry(
      int version,
      Origin origin,
      Instant createdAt,
      @Nullable Person author,
      @Nullable EngineName engine,
      int statements) {}
}
