package org.medicscribe.soapnote.note;

import java.util.Arrays;
import java.util.Optional;

/** The languages a note can be written in. */
public enum NoteLanguage {
  ENGLISH("en"),
  SPANISH("es");

  private final String tag;

  NoteLanguage(String tag) {
    this.tag = tag;
  }

  /** BCP 47. */
  public String tag() {
    return tag;
  }

  /** Takes a region too: {@code es-MX} is Spanish. */
  public static Optional<NoteLanguage> of(String tag) {
    return Arrays.stream(values())
        .filter(language -> tag.equals(language.tag) || tag.startsWith(language.tag + "-"))
        .findFirst();
  }
}
