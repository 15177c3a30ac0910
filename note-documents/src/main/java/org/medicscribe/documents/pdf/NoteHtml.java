package org.medicscribe.documents.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Bidi;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.medicscribe.documents.DocumentWords;
import org.medicscribe.documents.NoteDocument;
import org.medicscribe.documents.NoteDocument.Addendum;
import org.medicscribe.documents.NoteDocument.Patient;
import org.medicscribe.documents.NoteDocument.Section;
import org.medicscribe.documents.NoteDocument.Signature;
import org.medicscribe.documents.NoteDocument.Statement;

/** A note as one page of XHTML, from which the PDF is set; it names nothing outside itself. */
final class NoteHtml {

  private static final String STYLE = read("note.css");

  private final NoteDocument note;
  private final DocumentWords words;
  private final Locale locale;
  private final ZoneId zone;
  private final Shown text = new Shown();
  private final StringBuilder html = new StringBuilder(4096);

  private NoteHtml(NoteDocument note, ZoneId zone) {
    this.note = note;
    this.words = DocumentWords.in(note.language());
    this.locale = Locale.forLanguageTag(note.language().tag());
    this.zone = zone;
  }

  /**
   * @param zone of the times that it shows
   */
  static String of(NoteDocument note, ZoneId zone) {
    return new NoteHtml(note, zone).written();
  }

  private String written() {
    StringBuilder body = new StringBuilder(4096);
    body.append("<h1>").append(text.of(note.title())).append("</h1>");
    body.append(state());
    body.append(about());
    note.sections().forEach(section -> body.append(section(section)));
    body.append(open());
    body.append(signed());
    note.addenda().forEach(addendum -> body.append(addendum(addendum)));
    String running =
        text.of(note.label())
            + " \u00B7 "
            + text.of(note.title())
            + " \u00B7 "
            + words.version()
            + " "
            + note.version();
    html.append("<html lang=\"").append(note.language().tag()).append("\"><head><title>");
    html.append(text.of(note.title() + ", " + note.label())).append("</title>");
    html.append("<meta name=\"subject\" content=\"").append(text.of(note.title())).append("\"/>");
    html.append("<meta name=\"description\" content=\"")
        .append(text.of(note.title()))
        .append("\"/>");
    html.append("<meta name=\"author\" content=\"")
        .append(text.of(note.clinician().name()))
        .append("\"/>");
    html.append("<style>").append(STYLE).append("</style></head><body>");
    html.append("<div class=\"running\"><span>").append(running).append("</span> \u00B7 ");
    html.append(words.page()).append(" <span class=\"page\"/></div>");
    html.append(body);
    if (!text.isWhole()) {
      String missing = words.notShown().formatted(text.names());
      html.append("<p class=\"warning\">").append(text.of(missing)).append("</p>");
    }
    return html.append("</body></html>").toString();
  }

  private String state() {
    StringBuilder state = new StringBuilder();
    if (note.changed()) {
      state.append("<p class=\"warning\">").append(text.of(words.doesNotMatch())).append("</p>");
    }
    if (!note.isSigned()) {
      state
          .append("<p class=\"draft\"><strong>")
          .append(text.of(words.draft()))
          .append("</strong> ")
          .append(text.of(words.notSigned()))
          .append("</p>");
    }
    return state.toString();
  }

  private String about() {
    StringBuilder about = new StringBuilder("<table class=\"about\"><tbody>");
    Patient patient = note.patient();
    row(about, words.visit(), note.label() + ", " + time(note.visitAt()));
    if (patient != null) {
      String name = patient.name();
      if (name != null) {
        row(about, words.patient(), name);
      }
      LocalDate birthDate = patient.birthDate();
      if (birthDate != null) {
        row(about, words.born(), day(birthDate));
      }
      Patient.Sex sex = patient.sex();
      if (sex != null) {
        row(about, words.sex(), words.sexes().getOrDefault(sex, ""));
      }
      Patient.Identifier number = patient.identifier();
      if (number != null) {
        row(about, words.recordNumber(), number.value());
      }
    }
    row(about, words.clinician(), note.clinician().name());
    String engine = note.engine();
    if (engine != null) {
      row(about, words.draftedBy(), engine);
    }
    row(about, words.version(), note.version() + ", " + time(note.savedAt()));
    row(about, words.encounter(), note.encounter().toString());
    return about.append("</tbody></table>").toString();
  }

  private void row(StringBuilder table, String name, String value) {
    table.append("<tr><th scope=\"row\">").append(text.of(name)).append("</th><td");
    table.append(direction(value)).append('>').append(text.of(value)).append("</td></tr>");
  }

  private String section(Section section) {
    StringBuilder part = new StringBuilder("<h2>").append(text.of(section.title())).append("</h2>");
    if (section.statements().isEmpty()) {
      return part.append("<p class=\"nothing\">")
          .append(text.of(words.nothingSaid()))
          .append("</p>")
          .toString();
    }
    part.append("<ul>");
    section.statements().forEach(statement -> part.append(statement(statement)));
    return part.append("</ul>").toString();
  }

  private String statement(Statement statement) {
    String caution = words.cautionOf(note, statement);
    return "<li%s>%s%s</li>"
        .formatted(
            direction(statement.text()),
            text.of(statement.text()),
            caution.isEmpty() ? "" : " <em>(" + text.of(caution) + ")</em>");
  }

  private String open() {
    if (note.open().isEmpty()) {
      return "";
    }
    StringBuilder part =
        new StringBuilder("<h2>").append(text.of(words.omissions())).append("</h2><ul>");
    note.open()
        .forEach(omission ->
            part.append("<li>")
                .append(text.of(omission.kind() + ": " + omission.text()))
                .append("</li>"));
    return part.append("</ul>").toString();
  }

  private String signed() {
    Signature signature = note.signature();
    if (signature == null) {
      return "";
    }
    return "<div class=\"signature\"><p><strong>%s %s</strong>, %s</p><p>%s</p><p class=\"hash\">SHA-256: %s</p></div>"
        .formatted(
            text.of(words.signedBy()),
            text.of(signature.by().name()),
            text.of(time(signature.at())),
            text.of(signature.attestation()),
            text.of(signature.sha256()));
  }

  private String addendum(Addendum addendum) {
    StringBuilder part =
        new StringBuilder("<h2>").append(text.of(words.addendum())).append("</h2><p class=\"by\">");
    part.append(text.of(addendum.by().name() + ", " + time(addendum.at()))).append("</p>");
    addendum
        .text()
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line ->
            part.append("<p")
                .append(direction(line))
                .append('>')
                .append(text.of(line))
                .append("</p>"));
    return part.toString();
  }

  /** Of a text that begins from right to left; one language of the note has no such. */
  private static String direction(String value) {
    return new Bidi(value, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()
        ? ""
        : " dir=\"rtl\"";
  }

  private String time(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.LONG)
        .withLocale(locale)
        .withZone(zone)
        .format(at);
  }

  private String day(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(date);
  }

  private static String read(String file) {
    try (InputStream resource = NoteHtml.class.getResourceAsStream(file)) {
      if (resource == null) {
        throw new IllegalStateException("there is no " + file);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
