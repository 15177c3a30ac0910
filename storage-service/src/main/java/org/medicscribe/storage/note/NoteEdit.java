package org.medicscribe.storage.note;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.SoapNote.SectionCode;

/**
 * A note as a person wants it saved: words and decisions, nothing that only code may say. Within
 * its limits; whether it fits the current version is for {@link Editing} to tell.
 */
public record NoteEdit(List<SectionEdit> sections, List<OmissionEdit> omissions) {

  /** A section as it shall be, each code at most once. */
  public record SectionEdit(SectionCode code, List<StatementEdit> statements) {
    public SectionEdit {
      statements = List.copyOf(statements);
    }
  }

  /**
   * A statement as it shall be.
   *
   * @param id null for a new one
   * @param omission the omission that a new one is inserted for
   */
  public record StatementEdit(
      @Nullable String id,
      String text,
      boolean accepted,
      @Nullable Choice use,
      @Nullable String omission) {
    @Override
    public String toString() {
      return "StatementEdit[" + id + "]";
    }
  }

  /** Between what a person wrote and what a later draft suggests. */
  public enum Choice {
    SUGGESTION,
    MINE
  }

  /**
   * An omission as it shall be.
   *
   * @param dismissedBecause null if it is not dismissed
   */
  public record OmissionEdit(String id, @Nullable String dismissedBecause) {
    @Override
    public String toString() {
      return "OmissionEdit[" + id + "]";
    }
  }

  public NoteEdit {
    sections = List.copyOf(sections);
    omissions = List.copyOf(omissions);
  }

  @Override
  public String toString() {
    return "NoteEdit";
  }
}
