package org.medicscribe.storage.note;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.EngineName;

/**
 * A note as it was saved once; never changed afterwards.
 *
 * @param author null for what a drafter wrote
 * @param engine null for what a person wrote
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoteVersion(
    int version,
    Origin origin,
    Instant createdAt,
    @Nullable Person author,
    @Nullable EngineName engine,
    Note note) {

  /** What made the version. */
  public enum Origin {
    /** The first draft. */
    @JsonProperty("draft")
    DRAFT,
    /** A person saved. */
    @JsonProperty("edit")
    EDIT,
    /** A later draft, merged with what persons had written. */
    @JsonProperty("redraft")
    REDRAFT
  }
}
