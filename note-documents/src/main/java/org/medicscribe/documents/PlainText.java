package org.medicscribe.documents;

import java.util.StringJoiner;
import org.medicscribe.documents.NoteDocument.Addendum;
import org.medicscribe.documents.NoteDocument.Section;
import org.medicscribe.documents.NoteDocument.Signature;

/** A note as text without any marks, for record systems that take nothing else. */
public final class PlainText {

  private PlainText() {}

  /** The note with all that was added to it. */
  public static String of(NoteDocument note) {
    DocumentWords words = DocumentWords.in(note.language());
    StringJoiner text = new StringJoiner("\n\n", "", "\n");
    text.add(note.title());
    if (note.changed()) {
      text.add(words.doesNotMatch());
    }
    Signature signature = note.signature();
    if (signature == null) {
      text.add(words.notSigned());
    }
    note.sections().forEach(section -> text.add(section(note, section, words)));
    if (!note.open().isEmpty()) {
      StringJoiner open = new StringJoiner("\n").add(words.omissions());
      note.open().forEach(omission -> open.add(omission.kind() + ": " + line(omission.text())));
      text.add(open.toString());
    }
    if (signature != null) {
      text.add(
          words.signedBy()
              + " "
              + line(signature.by().name())
              + ", "
              + signature.at()
              + "\n"
              + line(signature.attestation()));
    }
    note.addenda().forEach(addendum -> text.add(of(note, addendum)));
    return text.toString();
  }

  /** What was added, alone. */
  public static String of(NoteDocument note, Addendum addendum) {
    return DocumentWords.in(note.language()).addendum()
        + "\n"
        + addendum.text()
        + "\n"
        + line(addendum.by().name())
        + ", "
        + addendum.at();
  }

  private static String section(NoteDocument note, Section section, DocumentWords words) {
    StringJoiner text = new StringJoiner("\n").add(section.title());
    if (section.statements().isEmpty()) {
      text.add(words.nothingSaid());
    }
    section
        .statements()
        .forEach(statement -> {
          String caution = words.cautionOf(note, statement);
          text.add(line(statement.text()) + (caution.isEmpty() ? "" : " (" + caution + ")"));
        });
    return text.toString();
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
