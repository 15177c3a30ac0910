package org.medicscribe.storage.note;

import java.util.Locale;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.EngineName;
import org.medicscribe.events.NoteEvent.NoteDrafted;
import org.medicscribe.events.SoapNote;
import org.medicscribe.events.SoapNote.Section;
import org.medicscribe.events.SoapNote.Statement;
import org.medicscribe.events.SoapNote.Verification.Status;

/** A draft as a text for people: what is not backed by the transcript says so. */
final class NoteMarkdown {

  private NoteMarkdown() {}

  static String of(int version, NoteDrafted drafted) {
    StringBuilder text = new StringBuilder(1024);
    head(text, drafted.encounterId(), version, drafted);
    for (Section section : drafted.note().sections()) {
      text.append("\n## ").append(title(section.code().name())).append("\n\n");
      if (section.statements().isEmpty()) {
        text.append("Nothing was said about this.\n");
      }
      section.statements().forEach(statement -> statement(text, statement));
    }
    omissions(text, drafted.note());
    return text.toString();
  }

  private static void head(
      StringBuilder text, EncounterId encounterId, int version, NoteDrafted drafted) {
    EngineName engine = drafted.engine();
    text.append("# SOAP note, draft ").append(version).append("\n\n");
    text.append("Encounter: ").append(encounterId).append("  \n");
    text.append("Drafted: ").append(drafted.draftedAt()).append("  \n");
    text.append("By: ").append(engine.name()).append("  \n");
    text.append("\nA draft to be checked by the clinician; not signed.\n");
  }

  private static void statement(StringBuilder text, Statement statement) {
    text.append("- ").append(oneLine(statement.text()));
    Status status = statement.verification().status();
    switch (status) {
      case VERIFIED -> {}
      case PARTLY -> text.append(" *(check: only partly backed by the transcript)*");
      case UNSUPPORTED -> text.append(" **(not backed by the transcript)**");
    }
    text.append('\n');
  }

  private static void omissions(StringBuilder text, SoapNote note) {
    if (note.omissions().isEmpty()) {
      return;
    }
    text.append("\n## Said, not in the note\n\n");
    for (SoapNote.Omission omission : note.omissions()) {
      text.append("- ")
          .append(title(omission.kind().name()))
          .append(": ")
          .append(oneLine(omission.text()))
          .append('\n');
    }
  }

  private static String title(String constant) {
    String words = constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
