package org.medicscribe.storage.note;

/** What a note is written in. */
public enum NoteLanguage {
  ENGLISH("en"),
  SPANISH("es");

  private final String code;

  NoteLanguage(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** A visit in mixed languages is written up in English. */
  public static NoteLanguage ofVisitIn(String spoken) {
    return spoken.equals(SPANISH.code) ? SPANISH : ENGLISH;
  }
}
