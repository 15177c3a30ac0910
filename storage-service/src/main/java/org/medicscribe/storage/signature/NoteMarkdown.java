package org.medicscribe.storage.signature;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.SoapNote.Verification;
import org.medicscribe.storage.note.Note;
import org.medicscribe.storage.note.NoteVersion;
import org.medicscribe.storage.note.Omission;
import org.medicscribe.storage.note.Statement;

/** A note as a text for people: what is open in it says so, and what was signed by whom. */
public final class NoteMarkdown {

  private NoteMarkdown() {}

  public static String of(
      EncounterId id, NoteVersion version, @Nullable Signature signature, List<Addendum> addenda) {
    StringBuilder text = new StringBuilder(1024);
    head(text, id, version, signature);
    for (Note.Section section : version.note().sections()) {
      text.append("\n## ").append(title(section.code().name())).append("\n\n");
      if (section.statements().isEmpty()) {
        text.append("Nothing was said about this.\n");
      }
      section
          .statements()
          .forEach(statement -> {
            text.append("- ").append(oneLine(statement.text()));
            text.append(signature == null ? caution(statement) : "").append('\n');
          });
    }
    omissions(text, version.note());
    addenda.forEach(addendum -> addendum(text, addendum));
    return text.toString();
  }

  private static void head(
      StringBuilder text, EncounterId id, NoteVersion version, @Nullable Signature signature) {
    text.append("# SOAP note\n\n");
    text.append("Encounter: ").append(id).append("  \n");
    text.append("Version: ").append(version.version()).append("  \n");
    if (signature == null) {
      text.append("Saved: ").append(version.createdAt()).append("  \n");
      text.append("\nTo be checked by the clinician; not signed.\n");
    } else {
      text.append("Signed: ").append(signature.at());
      text.append(" by ").append(oneLine(signature.by().name())).append("  \n");
      text.append("SHA-256: ").append(signature.sha256()).append("  \n");
      text.append("\n> ").append(oneLine(signature.attestation())).append('\n');
    }
  }

  private static String caution(Statement statement) {
    Verification verification = statement.verification();
    if (verification == null || statement.acceptance() != null) {
      return "";
    }
    return switch (verification.status()) {
      case VERIFIED -> "";
      case PARTLY -> " *(check: only partly backed by the transcript)*";
      case UNSUPPORTED -> " **(not backed by the transcript)**";
    };
  }

  private static void omissions(StringBuilder text, Note note) {
    List<Omission> open =
        note.omissions().stream().filter(each -> each.resolution() == null).toList();
    if (open.isEmpty()) {
      return;
    }
    text.append("\n## Said, not in the note\n\n");
    for (Omission omission : open) {
      text.append("- ")
          .append(title(omission.kind().name()))
          .append(": ")
          .append(oneLine(omission.text()))
          .append('\n');
    }
  }

  private static void addendum(StringBuilder text, Addendum addendum) {
    text.append("\n## Addendum\n\n");
    text.append("By ").append(oneLine(addendum.by().name()));
    text.append(", ").append(addendum.at()).append("\n\n");
    addendum.text().lines().forEach(line -> text.append(line).append('\n'));
  }

  private static String title(String constant) {
    String words = constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
