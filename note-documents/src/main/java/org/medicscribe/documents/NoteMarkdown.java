package org.medicscribe.documents;

import java.util.ArrayList;
import java.util.List;
import org.medicscribe.documents.NoteDocument.Addendum;
import org.medicscribe.documents.NoteDocument.Omission;
import org.medicscribe.documents.NoteDocument.Patient;
import org.medicscribe.documents.NoteDocument.Section;
import org.medicscribe.documents.NoteDocument.Signature;
import org.medicscribe.documents.NoteDocument.Standing;
import org.medicscribe.documents.NoteDocument.Statement;

/**
 * A note as a text for people, in the language that it is written in: what is open in it says so,
 * and what was signed by whom.
 */
public final class NoteMarkdown {

  private NoteMarkdown() {}

  public static String of(NoteDocument note) {
    DocumentWords words = DocumentWords.in(note.language());
    StringBuilder text = new StringBuilder(1024);
    head(text, words, note);
    if (note.changed()) {
      text.append("\n> **").append(words.doesNotMatch()).append("**\n");
    }
    note.sections().forEach(section -> section(text, words, note, section));
    open(text, words, note);
    note.addenda().forEach(addendum -> addendum(text, words, addendum));
    return text.toString();
  }

  private static void head(StringBuilder text, DocumentWords words, NoteDocument note) {
    text.append("# ").append(oneLine(note.title())).append("\n\n");
    Patient patient = note.patient();
    if (patient != null) {
      line(text, words.patient(), String.join(", ", said(patient, words)));
    }
    line(text, words.encounter(), note.encounter().toString());
    line(text, words.version(), Integer.toString(note.version()));
    Signature signature = note.signature();
    if (signature == null) {
      line(text, words.saved(), note.savedAt().toString());
      text.append('\n').append(words.notSigned()).append('\n');
    } else {
      line(text, words.signedBy(), signature.by().name() + ", " + signature.at());
      line(text, "SHA-256", signature.sha256());
      text.append("\n> ").append(oneLine(signature.attestation())).append('\n');
    }
  }

  private static List<String> said(Patient patient, DocumentWords words) {
    List<String> said = new ArrayList<>();
    if (patient.name() != null) {
      said.add(patient.name());
    }
    if (patient.birthDate() != null) {
      said.add(words.born() + ": " + patient.birthDate());
    }
    if (patient.sex() != null) {
      said.add(words.sex() + ": " + words.sexes().get(patient.sex()));
    }
    if (patient.identifier() != null) {
      said.add(words.recordNumber() + ": " + patient.identifier().value());
    }
    return said;
  }

  /** Two spaces at its end keep Markdown from joining it with the next one. */
  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(": ").append(oneLine(value)).append("  \n");
  }

  private static void section(
      StringBuilder text, DocumentWords words, NoteDocument note, Section section) {
    text.append("\n## ").append(oneLine(section.title())).append("\n\n");
    if (section.statements().isEmpty()) {
      text.append(words.nothingSaid()).append('\n');
    }
    for (Statement statement : section.statements()) {
      text.append(section.prose() ? "" : "- ").append(oneLine(statement.text()));
      String caution = words.cautionOf(note, statement);
      if (!caution.isEmpty()) {
        String mark = statement.standing() == Standing.UNSUPPORTED ? "**" : "*";
        text.append(' ').append(mark).append('(').append(caution).append(')').append(mark);
      }
      boolean last = statement == section.statements().getLast();
      text.append(section.prose() && !last ? ' ' : '\n');
    }
  }

  private static void open(StringBuilder text, DocumentWords words, NoteDocument note) {
    if (note.open().isEmpty()) {
      return;
    }
    text.append("\n## ").append(words.omissions()).append("\n\n");
    for (Omission omission : note.open()) {
      text.append("- ")
          .append(omission.kind())
          .append(": ")
          .append(oneLine(omission.text()))
          .append('\n');
    }
  }

  private static void addendum(StringBuilder text, DocumentWords words, Addendum addendum) {
    text.append("\n## ").append(words.addendum()).append("\n\n");
    text.append(oneLine(addendum.by().name())).append(", ").append(addendum.at()).append("\n\n");
    addendum.text().lines().forEach(line -> text.append(line).append('\n'));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
