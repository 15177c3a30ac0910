package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.TranscriptIndex;
import org.medicscribe.soapnote.testing.Dialogue;
import org.medicscribe.soapnote.testing.TextFile;
import org.medicscribe.soapnote.verification.ReviewedStatement.Truth;

/** Statements and the words they rest on, written for this project: {@code statements.txt}. */
final class WrittenStatements {

  private WrittenStatements() {}

  /** A line is {@code language | section | statement | words | words ...}. */
  static List<ReviewedStatement> read() {
    List<ReviewedStatement> statements = new ArrayList<>();
    for (String line : TextFile.lines(WrittenStatements.class, "statements.txt")) {
      String[] cells = line.split("\\s*\\|\\s*");
      TranscriptIndex transcript =
          Dialogue.of(List.of(cells).subList(3, cells.length).toArray(String[]::new));
      statements.add(
          new ReviewedStatement(
              cells[2],
              new SectionCode(cells[1].toLowerCase(Locale.ROOT)),
              NoteLanguage.of(cells[0]).orElseThrow(),
              transcript,
              transcript.sentences(),
              Truth.TRUE));
    }
    return statements;
  }
}
