package org.medicscribe.soapnote.note;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.medicscribe.events.SoapNote.SectionCode;

/** Which sections a note has, and in which order. */
public enum NoteTemplate {
  SOAP(
      "soap",
      List.of(
          SectionCode.SUBJECTIVE, SectionCode.OBJECTIVE, SectionCode.ASSESSMENT, SectionCode.PLAN));

  private final String code;
  private final List<SectionCode> sections;

  NoteTemplate(String code, List<SectionCode> sections) {
    this.code = code;
    this.sections = sections;
  }

  public List<SectionCode> sections() {
    return sections;
  }

  public static Optional<NoteTemplate> of(String code) {
    return Arrays.stream(values()).filter(template -> code.equals(template.code)).findFirst();
  }
}
