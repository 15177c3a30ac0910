package org.medicscribe.storage.note.editing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.storage.note.NoteEdit;
import org.medicscribe.storage.note.Omission.Resolution;

/** The body of a save, every field possibly absent. */
record EditRequest(
    @Nullable List<@Nullable Section> sections, @Nullable List<@Nullable Omission> omissions) {

  record Section(@Nullable SectionCode code, @Nullable List<@Nullable Statement> statements) {}

  record Statement(
      @Nullable String id,
      @Nullable String text,
      boolean accepted,
      @Nullable Use use,
      @Nullable String omission) {
    @Override
    public String toString() {
      return "Statement[" + id + "]";
    }
  }

  record Omission(@Nullable String id, @Nullable Resolved resolution) {}

  record Resolved(Resolution.@Nullable Kind kind, @Nullable String reason) {
    @Override
    public String toString() {
      return "Resolved[" + kind + "]";
    }
  }

  /** Which words to go on with. */
  enum Use {
    @JsonProperty("suggestion")
    SUGGESTION,
    @JsonProperty("mine")
    MINE;

    NoteEdit.Choice choice() {
      return switch (this) {
        case SUGGESTION -> NoteEdit.Choice.SUGGESTION;
        case MINE -> NoteEdit.Choice.MINE;
      };
    }
  }

  @Override
  public String toString() {
    return "EditRequest";
  }
}
