package org.medicscribe.documents;

/** What a document is written in. */
public enum DocumentLanguage {
  ENGLISH("en"),
  SPANISH("es");

  private final String tag;

  DocumentLanguage(String tag) {
    this.tag = tag;
  }

  /** By BCP 47. */
  public String tag() {
    return tag;
  }
}
