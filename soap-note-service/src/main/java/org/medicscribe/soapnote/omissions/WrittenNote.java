package org.medicscribe.soapnote.omissions;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.medicscribe.events.SoapNote.Section;
import org.medicscribe.events.SoapNote.Statement;
import org.medicscribe.soapnote.note.PlainWords;

/** What stands in the note in its own words; what a statement cites covers nothing. */
final class WrittenNote {

  /** A question that a statement quotes tells nothing, unless it was answered with a yes. */
  private static final Pattern ASKED =
      Pattern.compile("(?i)^asked [\"“][^\"”]*[\"”]:? (?!(?:yes|yeah|yep|correct)\\b)");

  private final List<List<String>> statements = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  WrittenNote(List<Section> sections) {
    for (Section section : sections) {
      for (Statement statement : section.statements()) {
        statements.add(PlainWords.of(statement.text()));
        told.add(ASKED.matcher(statement.text()).replaceFirst(""));
      }
    }
  }

  List<List<String>> statements() {
    return statements;
  }

  /** The statements without questions that were not answered with a yes. */
  List<String> told() {
    return told;
  }
}
