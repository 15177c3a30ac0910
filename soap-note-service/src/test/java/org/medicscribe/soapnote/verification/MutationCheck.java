package org.medicscribe.soapnote.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.medicscribe.events.NoteEvent.TranscriptLine;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.SegmentId;
import org.medicscribe.events.SoapNote.Finding;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.events.SoapNote.Verification;
import org.medicscribe.events.SoapNote.Verification.Status;
import org.medicscribe.soapnote.note.Citation;
import org.medicscribe.soapnote.note.Draft;
import org.medicscribe.soapnote.note.DraftSection;
import org.medicscribe.soapnote.note.DraftStatement;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.NoteTemplate;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.note.TranscriptIndex;
import org.medicscribe.soapnote.reading.Medicines;

/**
 * Measures the rules on real dialogues: true statements that cite what they repeat must pass, the
 * same statements with one thing changed must not. Its arguments are files of ACI-BENCH; prints a
 * table, and with {@code -Dshow=kind} the cases of a kind that went wrong.
 */
final class MutationCheck {

  private static final NoteVerifier VERIFIER = new NoteVerifier(Medicines.fromWordList());

  private final Map<String, Map<Status, Integer>> table = new LinkedHashMap<>();
  private final Map<String, Integer> rulesOfFalseAlarms = new TreeMap<>();
  private final String shown = System.getProperty("show", "");

  private MutationCheck() {}

  public static void main(String[] files) throws IOException {
    MutationCheck check = new MutationCheck();
    for (String file : files) {
      for (JsonNode encounter : new ObjectMapper().readTree(Path.of(file).toFile()).path("data")) {
        check.run(new TranscriptIndex(lines(encounter.path("src").asText())));
      }
    }
    check.print();
  }

  private void run(TranscriptIndex transcript) {
    Mutations mutations = new Mutations(RandomGenerator.of("L64X128MixRandom"));
    List<Sentence> sentences = transcript.sentences();
    for (Sentence sentence : sentences) {
      if (sentence.question() && sentence.words().size() > 3) {
        checkAnswer(sentence, transcript);
      }
      if (sentence.question() || sentence.words().size() < 5) {
        continue;
      }
      Citation quote = new Citation(sentence.line().segment().value(), sentence.text());
      count("true: as said", sentence.text(), transcript, quote);
      mutations
          .of(sentence.text())
          .forEach((kind, text) -> count("false: " + kind, text, transcript, quote));
      mutations
          .ofQuote(sentence.text())
          .ifPresent(changed ->
              count(
                  "false: quote",
                  sentence.text(),
                  transcript,
                  new Citation(quote.segment(), changed)));
      Sentence other =
          sentences.get((sentence.position() + sentences.size() / 2) % sentences.size());
      count(
          "false: other evidence",
          sentence.text(),
          transcript,
          new Citation(other.line().segment().value(), other.text()));
    }
  }

  /** A yes-or-no question with a plain answer makes a true and a false statement. */
  private void checkAnswer(Sentence question, TranscriptIndex transcript) {
    Optional<Sentence> answer = transcript.sentenceAt(question.position() + 1);
    if (answer.isEmpty() || answer.get().isBySpeakerOf(question)) {
      return;
    }
    String first = answer.get().words().getFirst();
    boolean no = first.equals("no") && answer.get().words().size() < 4;
    boolean yes = first.matches("yes|yeah|yep") && answer.get().words().size() < 4;
    Optional<String> asked = Mutations.complaintIn(question.text());
    if (asked.isEmpty() || !(yes || no)) {
      return;
    }
    Citation[] both = {
      new Citation(question.line().segment().value(), question.text()),
      new Citation(answer.get().line().segment().value(), answer.get().text())
    };
    String denies = "Denies " + asked.get() + ".";
    String reports = "Reports " + asked.get() + ".";
    count("true: answer", no ? denies : reports, transcript, both);
    count("false: answer", no ? reports : denies, transcript, both);
  }

  private void count(String kind, String text, TranscriptIndex transcript, Citation... citations) {
    DraftStatement statement = new DraftStatement(text, List.of(citations));
    Draft draft =
        new Draft(List.of(new DraftSection(SectionCode.PLAN, List.of(statement))), Map.of());
    Verification verification =
        VERIFIER
            .verify(draft, NoteTemplate.SOAP, NoteLanguage.ENGLISH, transcript)
            .getLast()
            .statements()
            .getFirst()
            .verification();
    table.computeIfAbsent(kind, k -> new TreeMap<>()).merge(verification.status(), 1, Integer::sum);
    boolean right = kind.startsWith("true") == (verification.status() == Status.VERIFIED);
    if (!right && kind.startsWith("true")) {
      verification
          .findings()
          .forEach(finding -> rulesOfFalseAlarms.merge(finding.rule(), 1, Integer::sum));
    }
    if (!right && kind.equals(shown)) {
      System.out.println(text + "  <-  " + citations[citations.length - 1].quote());
      for (Finding finding : verification.findings()) {
        System.out.println("      " + finding.rule() + ": " + finding.detail());
      }
    }
  }

  private void print() {
    System.out.printf("%-24s %8s %9s %8s %12s%n", "", "all", "verified", "partly", "unsupported");
    table.forEach((kind, counts) -> {
      int all = counts.values().stream().mapToInt(Integer::intValue).sum();
      System.out.printf(
          "%-24s %8d %8.1f%% %7.1f%% %11.1f%%%n",
          kind,
          all,
          share(counts, Status.VERIFIED, all),
          share(counts, Status.PARTLY, all),
          share(counts, Status.UNSUPPORTED, all));
    });
    System.out.println("false alarms by rule: " + rulesOfFalseAlarms);
  }

  private static double share(Map<Status, Integer> counts, Status status, int all) {
    return 100.0 * counts.getOrDefault(status, 0) / all;
  }

  private static List<TranscriptLine> lines(String dialogue) {
    List<TranscriptLine> lines = new ArrayList<>();
    for (String line : dialogue.split("\n", -1)) {
      String speaker = line.startsWith("[doctor]") ? "S1" : "S2";
      String text = line.replaceFirst("^\\[\\w+]\\s*", "").strip();
      if (!text.isEmpty()) {
        long at = lines.size();
        SampleIndex start = new SampleIndex(at);
        lines.add(
            new TranscriptLine(
                new SegmentId("s" + at), speaker, start, new SampleIndex(at + 1), text, 0.9));
      }
    }
    return lines;
  }
}
