package org.medicscribe.storage.note;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.SoapNote;
import org.medicscribe.events.SoapNote.Evidence;

/**
 * A safety fact that was said and that no statement of the draft covers.
 *
 * @param id unique within the encounter's versions, kept from version to version
 * @param resolution what a person decided about it; null while it is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Omission(
    String id,
    SoapNote.Omission.Kind kind,
    String text,
    Evidence evidence,
    @Nullable Resolution resolution) {

  /**
   * What a person decided.
   *
   * @param reason why it is not in the note; null if it was inserted
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Resolution(Kind kind, @Nullable String reason, String by, Instant at) {

    /** What became of it. */
    public enum Kind {
      @JsonProperty("inserted")
      INSERTED,
      @JsonProperty("dismissed")
      DISMISSED
    }

    @Override
    public String toString() {
      return "Resolution[" + kind + "]";
    }
  }

  static Omission drafted(String id, SoapNote.Omission draft) {
    return new Omission(id, draft.kind(), draft.text(), draft.evidence(), null);
  }

  Omission resolved(@Nullable Resolution by) {
    return new Omission(id, kind, text, evidence, by);
  }

  @Nullable Resolution resolvedAs(Resolution.Kind wanted) {
    return resolution != null && resolution.kind() == wanted ? resolution : null;
  }

  /** Whether it is about the same as what a draft has found. */
  boolean isAbout(SoapNote.Omission draft) {
    return kind == draft.kind() && text.equals(draft.text());
  }

  @Override
  public String toString() {
    return "Omission[" + id + ", " + kind + "]";
  }
}
