package org.medicscribe.storage.note.export;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.SoapNote.Verification;
import org.medicscribe.storage.note.Addendum;
import org.medicscribe.storage.note.Note;
import org.medicscribe.storage.note.NoteLanguage;
import org.medicscribe.storage.note.NoteVersion;
import org.medicscribe.storage.note.Omission;
import org.medicscribe.storage.note.Signature;
import org.medicscribe.storage.note.Statement;

/**
 * A note as a text for people, in the language that it is written in: what is open in it says so,
 * and what was signed by whom.
 */
public final class NoteMarkdown {

  private NoteMarkdown() {}

  /** As it is written into a folder, when it is signed or added to. */
  public static String of(
      EncounterId id,
      NoteLanguage language,
      NoteVersion version,
      @Nullable Signature signature,
      List<Addendum> addenda) {
    return of(id, language, version, signature, addenda, false);
  }

  /**
   * @param changed whether something of the visit is not as it was written
   */
  public static String of(
      EncounterId id,
      NoteLanguage language,
      NoteVersion version,
      @Nullable Signature signature,
      List<Addendum> addenda,
      boolean changed) {
    NoteWords words = NoteWords.in(language);
    StringBuilder text = new StringBuilder(1024);
    head(text, words, id, version, signature);
    if (changed) {
      text.append("\n> **").append(words.doesNotMatch()).append("**\n");
    }
    for (Note.Section section : version.note().sections()) {
      text.append("\n## ").append(words.sections().get(section.code())).append("\n\n");
      if (section.statements().isEmpty()) {
        text.append(words.nothingSaid()).append('\n');
      }
      section
          .statements()
          .forEach(statement -> {
            text.append("- ").append(oneLine(statement.text()));
            text.append(signature == null ? caution(words, statement) : "").append('\n');
          });
    }
    omissions(text, words, version.note());
    addenda.forEach(addendum -> addendum(text, words, addendum));
    return text.toString();
  }

  private static void head(
      StringBuilder text,
      NoteWords words,
      EncounterId id,
      NoteVersion version,
      @Nullable Signature signature) {
    text.append("# ").append(words.title()).append("\n\n");
    text.append(words.encounter()).append(": ").append(id).append("  \n");
    text.append(words.version()).append(": ").append(version.version()).append("  \n");
    if (signature == null) {
      text.append(words.saved()).append(": ").append(version.createdAt()).append("  \n");
      text.append('\n').append(words.notSigned()).append('\n');
    } else {
      text.append(words.signed()).append(": ").append(signature.at());
      text.append(' ')
          .append(words.by())
          .append(' ')
          .append(oneLine(signature.by().name()))
          .append("  \n");
      text.append("SHA-256: ").append(signature.sha256()).append("  \n");
      text.append("\n> ").append(oneLine(signature.attestation())).append('\n');
    }
  }

  private static String caution(NoteWords words, Statement statement) {
    Verification verification = statement.verification();
    if (verification == null || statement.acceptance() != null) {
      return "";
    }
    return switch (verification.status()) {
      case VERIFIED -> "";
      case PARTLY -> " *(" + words.partlyBacked() + ")*";
      case UNSUPPORTED -> " **(" + words.notBacked() + ")**";
    };
  }

  private static void omissions(StringBuilder text, NoteWords words, Note note) {
    List<Omission> open =
        note.omissions().stream().filter(each -> each.resolution() == null).toList();
    if (open.isEmpty()) {
      return;
    }
    text.append("\n## ").append(words.omissions()).append("\n\n");
    for (Omission omission : open) {
      text.append("- ")
          .append(words.kinds().get(omission.kind()))
          .append(": ")
          .append(oneLine(omission.text()))
          .append('\n');
    }
  }

  private static void addendum(StringBuilder text, NoteWords words, Addendum addendum) {
    text.append("\n## ").append(words.addendum()).append("\n\n");
    text.append(words.addedBy()).append(' ').append(oneLine(addendum.by().name()));
    text.append(", ").append(addendum.at()).append("\n\n");
    addendum.text().lines().forEach(line -> text.append(line).append('\n'));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
