package org.medicscribe.soapnote.drafting.embedded;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.medicscribe.events.ShippedTemplates;
import org.medicscribe.events.SoapNote;
import org.medicscribe.events.SoapNote.Evidence;
import org.medicscribe.events.SoapNote.Section;
import org.medicscribe.events.SoapNote.Statement;
import org.medicscribe.soapnote.drafting.DraftRequest;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.TranscriptIndex;
import org.medicscribe.soapnote.reading.Medicines;
import org.medicscribe.soapnote.testing.Visit;
import org.medicscribe.soapnote.writing.Review;

/**
 * Drafts visits and writes the drafts down to be read: each statement with its verdict and what it
 * rests on, then what was said and is not in the note. {@code DraftReading visit.txt...} prints;
 * {@code DraftReading --corpora <ACI-BENCH> <PriMock57> <folder>} writes one file a visit.
 */
final class DraftReading {

  private static final Review REVIEW = new Review(Medicines.fromWordList());

  private DraftReading() {}

  public static void main(String[] args) throws IOException {
    if (args.length == 4 && args[0].equals("--corpora")) {
      writeAll(Corpus.read(Path.of(args[1]), Path.of(args[2])), Path.of(args[3]));
      return;
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String file : args) {
      out.println("=== " + Path.of(file).getFileName());
      out.println(read(Visit.read(Path.of(file)).transcript()));
    }
  }

  private static void writeAll(List<Corpus.Encounter> encounters, Path folder) throws IOException {
    Map<String, List<Figures>> figures = new TreeMap<>();
    for (Corpus.Encounter encounter : encounters) {
      SoapNote note = note(new TranscriptIndex(encounter.lines()));
      Files.writeString(folder.resolve(encounter.name() + ".txt"), read(note));
      figures
          .computeIfAbsent(encounter.name().replaceFirst("[-_].*", ""), split -> new ArrayList<>())
          .add(Figures.of(note, encounter.note()));
    }
    figures.forEach((split, each) -> System.out.println(split + " " + Figures.mean(each)));
  }

  private static SoapNote note(TranscriptIndex transcript) {
    return REVIEW.of(
        Trained.COMPOSER.compose(transcript),
        new DraftRequest(transcript, NoteLanguage.ENGLISH, ShippedTemplates.standard()));
  }

  /** Per note: how like the clinician's it is, and how long. */
  private record Figures(Rouge rouge, int statements, int words, int reference, int omissions) {

    static Figures of(SoapNote note, String reference) {
      List<Statement> all = note.sections().stream().flatMap(s -> s.statements().stream()).toList();
      String text = all.stream().map(Statement::text).collect(Collectors.joining("\n"));
      return new Figures(
          Rouge.of(text, reference),
          all.size(),
          Rouge.tokens(text).size(),
          Rouge.tokens(reference).size(),
          note.omissions().size());
    }

    static String mean(List<Figures> each) {
      return "%s, statements %.1f, words %.0f of %.0f, not in the note %.2f"
          .formatted(
              Rouge.mean(each.stream().map(Figures::rouge).toList()),
              each.stream().mapToInt(Figures::statements).average().orElse(0),
              each.stream().mapToInt(Figures::words).average().orElse(0),
              each.stream().mapToInt(Figures::reference).average().orElse(0),
              each.stream().mapToInt(Figures::omissions).average().orElse(0));
    }
  }

  static String read(TranscriptIndex transcript) {
    return read(note(transcript));
  }

  private static String read(SoapNote note) {
    return Stream.concat(
            note.sections().stream().flatMap(DraftReading::lines),
            note.omissions().stream().map(o -> "not in the note\t" + o.kind() + "\t" + o.text()))
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> lines(Section section) {
    return section.statements().stream().map(statement -> line(section, statement));
  }

  private static String line(Section section, Statement statement) {
    List<String> findings =
        statement.verification().findings().stream().map(f -> String.valueOf(f.rule())).toList();
    return String.join(
        "\t",
        section.code().value().substring(0, 1).toUpperCase(Locale.ROOT),
        statement.verification().status().name().substring(0, 1) + findings,
        statement.text(),
        "<< "
            + statement.evidence().stream()
                .map(Evidence::quote)
                .collect(Collectors.joining(" | ")));
  }
}
