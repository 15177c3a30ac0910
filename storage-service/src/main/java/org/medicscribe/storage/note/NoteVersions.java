package org.medicscribe.storage.note;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.EngineName;
import org.medicscribe.events.NoteRequestId;
import org.medicscribe.events.SoapNote;

/**
 * The notes of a visit.
 *
 * @param versions newest first
 * @param failure of the latest request, if that failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoteVersions(List<NoteVersion> versions, @Nullable Failure failure) {

  public NoteVersions {
    versions = List.copyOf(versions);
  }

  /** One version; never changed afterwards. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record NoteVersion(
      int version,
      Origin origin,
      NoteRequestId noteRequestId,
      @Nullable EngineName engine,
      Instant createdAt,
      SoapNote note) {}

  /** Who wrote a version. */
  public enum Origin {
    @JsonProperty("model")
    MODEL
  }

  /** Why there is no draft, and what to do. */
  public record Failure(String code, String advice) {}
}
