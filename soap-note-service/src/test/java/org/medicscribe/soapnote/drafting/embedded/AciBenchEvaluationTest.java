package org.medicscribe.soapnote.drafting.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.medicscribe.events.NoteEvent.TranscriptLine;
import org.medicscribe.events.ShippedTemplates;
import org.medicscribe.events.SoapNote.Section;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.events.SoapNote.Verification;
import org.medicscribe.soapnote.drafting.DraftRequest;
import org.medicscribe.soapnote.drafting.embedded.AciBench.Encounter;
import org.medicscribe.soapnote.note.Draft;
import org.medicscribe.soapnote.note.DraftStatement;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.TranscriptIndex;
import org.medicscribe.soapnote.reading.Medicines;
import org.medicscribe.soapnote.verification.NoteVerifier;
import org.medicscribe.soapnote.writing.Review;

/**
 * Measures the drafter on the valid split of ACI-BENCH, which its models have not seen, beside
 * plain baselines of the same length. Runs when {@code -Daci=<folder>} names the data.
 */
@EnabledIfSystemProperty(named = "aci", matches = ".+")
class AciBenchEvaluationTest {

  private final Map<String, List<Rouge>> scores = new LinkedHashMap<>();
  private final Map<String, Integer> verified = new TreeMap<>();
  private final NoteVerifier verifier = new NoteVerifier(Medicines.fromWordList());
  private static final int ROUNDS = 5;

  private final List<Long> millis = new ArrayList<>();

  @Test
  void shouldBeatTheTranscriptAsTheNote() {
    // Given
    List<Encounter> encounters =
        AciBench.read(Path.of(Objects.requireNonNull(System.getProperty("aci"))), "valid");
    Trained.EMBEDDER.embed("warm up");
    // When
    encounters.forEach(this::measure);
    report();
    // Then
    Rouge ours = mean("draft");
    Rouge transcript = mean("transcript as the note");
    assertThat(ours.one()).isGreaterThan(transcript.one());
    assertThat(ours.two()).isGreaterThan(transcript.two());
    assertThat(ours.longest()).isGreaterThan(transcript.longest());
  }

  @Test
  void shouldDraftThreeHoursOfTalkInBoundedTime() {
    // Given: encounters end to end until three hours of speech at 150 words a minute are reached
    List<Encounter> encounters =
        AciBench.read(Path.of(Objects.requireNonNull(System.getProperty("aci"))), "valid");
    StringBuilder dialogue = new StringBuilder();
    while (dialogue.toString().split("\\s+").length < 3 * 60 * 150) {
      encounters.forEach(e ->
          e.transcript()
              .forEach(l -> dialogue.append("[%s] %s%n".formatted(l.speaker(), l.text()))));
    }
    TranscriptIndex transcript = new TranscriptIndex(Dialogue.of(dialogue.toString()));
    Trained.EMBEDDER.embed("warm up");
    // When
    long start = System.nanoTime();
    Draft draft = Trained.COMPOSER.compose(transcript);
    long seconds = (System.nanoTime() - start) / 1_000_000_000;
    // Then
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "three hours: %d lines, %d words, %d s, heap %d MB%n",
        transcript.lines().size(),
        transcript.wordCount(),
        seconds,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    assertThat(text(draft).split("\\s+")).hasSizeLessThan(1_000);
  }

  /** Visits of about twenty minutes, made of the encounters in turn; warm, one at a time. */
  @Test
  void shouldTellHowLongAVisitOfTwentyMinutesTakes() {
    // Given
    List<TranscriptIndex> visits = twentyMinutes();
    Review review = new Review(Medicines.fromWordList());
    List<Long> drafting = new ArrayList<>();
    List<Long> reviewing = new ArrayList<>();
    // When
    for (int round = 0; round <= ROUNDS; round++) {
      for (TranscriptIndex visit : visits) {
        long start = System.nanoTime();
        Draft draft = Trained.COMPOSER.compose(visit);
        long drafted = System.nanoTime();
        review.of(
            draft, new DraftRequest(visit, NoteLanguage.ENGLISH, ShippedTemplates.standard()));
        if (round > 0) {
          drafting.add((drafted - start) / 1_000_000);
          reviewing.add((System.nanoTime() - drafted) / 1_000_000);
        }
      }
    }
    // Then
    System.out.printf(
        "a visit of twenty minutes, %d times: draft %s, review %s%n",
        drafting.size(), percentiles(drafting), percentiles(reviewing));
    assertThat(reviewing).allMatch(each -> each < 5_000);
  }

  private static List<TranscriptIndex> twentyMinutes() {
    List<Encounter> encounters =
        AciBench.read(Path.of(Objects.requireNonNull(System.getProperty("aci"))), "valid");
    List<TranscriptIndex> visits = new ArrayList<>();
    for (int first = 0; first < encounters.size(); first++) {
      StringBuilder dialogue = new StringBuilder();
      for (int next = first; dialogue.toString().split("\\s+").length < 20 * 150; next++) {
        encounters
            .get(next % encounters.size())
            .transcript()
            .forEach(l -> dialogue.append("[%s] %s%n".formatted(l.speaker(), l.text())));
      }
      visits.add(new TranscriptIndex(Dialogue.of(dialogue.toString())));
    }
    return visits;
  }

  private static String percentiles(List<Long> millis) {
    Collections.sort(millis);
    return "p50 %d ms, p99 %d ms"
        .formatted(millis.get(millis.size() / 2), millis.get(millis.size() * 99 / 100));
  }

  private void measure(Encounter encounter) {
    TranscriptIndex transcript = new TranscriptIndex(encounter.transcript());
    long start = System.nanoTime();
    Draft draft = Trained.COMPOSER.compose(transcript);
    millis.add((System.nanoTime() - start) / 1_000_000);
    String text = text(draft);
    int length = Rouge.tokens(text).size();
    List<Candidate> shuffled = new ArrayList<>(Trained.COMPOSER.candidates(encounter.transcript()));
    Collections.shuffle(shuffled, new Random(encounter.name().hashCode()));
    score("draft", text, encounter.note());
    score("transcript as the note", spoken(encounter), encounter.note());
    score("first words (lead)", cut(Stream.of(spoken(encounter)), length), encounter.note());
    score("random remarks", cut(shuffled.stream().map(Candidate::text), length), encounter.note());
    scoreSections(encounter, draft);
    verify(draft, transcript);
  }

  private void scoreSections(Encounter encounter, Draft draft) {
    String objective = encounter.parts().get(1).text() + "\n" + encounter.parts().get(2).text();
    score(
        "  subjective",
        text(draft, new SectionCode("subjective")),
        encounter.parts().getFirst().text());
    score("  objective", text(draft, new SectionCode("objective")), objective);
    score(
        "  assessment and plan",
        text(draft, new SectionCode("assessment"), new SectionCode("plan")),
        encounter.parts().getLast().text());
  }

  private void verify(Draft draft, TranscriptIndex transcript) {
    for (Section section :
        verifier.verify(draft, ShippedTemplates.standard(), NoteLanguage.ENGLISH, transcript)) {
      section
          .statements()
          .forEach(statement -> {
            Verification verification = statement.verification();
            verified.merge(verification.status().name(), 1, Integer::sum);
            verification.findings().forEach(f -> verified.merge("  " + f.rule(), 1, Integer::sum));
          });
    }
  }

  private void score(String name, String text, String reference) {
    scores.computeIfAbsent(name, key -> new ArrayList<>()).add(Rouge.of(text, reference));
  }

  private Rouge mean(String name) {
    return Rouge.mean(scores.getOrDefault(name, List.of()));
  }

  private void report() {
    scores.keySet().forEach(name -> System.out.printf("%-24s %s%n", name, mean(name)));
    System.out.println("statements " + verified);
    Collections.sort(millis);
    System.out.printf(
        "drafting one encounter: median %d ms, slowest %d ms%n",
        millis.get(millis.size() / 2), millis.getLast());
  }

  private static String spoken(Encounter encounter) {
    return encounter.transcript().stream()
        .map(TranscriptLine::text)
        .collect(Collectors.joining("\n"));
  }

  private static String cut(Stream<String> texts, int tokens) {
    List<String> all = Rouge.tokens(texts.collect(Collectors.joining("\n")));
    return String.join(" ", all.subList(0, Math.min(tokens, all.size())));
  }

  private static String text(Draft draft, SectionCode... codes) {
    return draft.sections().stream()
        .filter(section -> codes.length == 0 || Arrays.asList(codes).contains(section.code()))
        .flatMap(section -> section.statements().stream())
        .map(DraftStatement::text)
        .collect(Collectors.joining("\n"));
  }
}
