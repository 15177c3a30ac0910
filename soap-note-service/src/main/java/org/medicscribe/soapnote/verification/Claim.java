package org.medicscribe.soapnote.verification;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.NoteTemplate;
import org.medicscribe.soapnote.note.DraftStatement;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.PlainWords;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.Answers;
import org.medicscribe.soapnote.reading.Polarity;

/** A statement together with everything it may rest on. For one thread. */
final class Claim {

  private final String text;
  private final List<String> words;
  private final NoteTemplate.Section section;
  private final NoteLanguage language;
  private final Visit visit;
  private final List<Quotation> quotations;
  private final List<Sentence> quoted;
  private final List<Sentence> context;
  private @Nullable ClaimQuantities quantities;

  Claim(
      DraftStatement statement, NoteTemplate.Section section, NoteLanguage language, Visit visit) {
    this.text = statement.text();
    this.words = PlainWords.of(text);
    this.section = section;
    this.language = language;
    this.visit = visit;
    QuoteSearch search = new QuoteSearch(visit.transcript());
    this.quotations = statement.evidence().stream().map(search::find).toList();
    this.quoted =
        quotations.stream()
            .flatMap(quotation -> sentencesOf(quotation).stream())
            .distinct()
            .toList();
    this.context = withLinesAndQuestions();
  }

  String text() {
    return text;
  }

  List<String> words() {
    return words;
  }

  /** Whether the section is one for what clinicians say. */
  boolean holdsCliniciansWordsOnly() {
    return section.holdsCliniciansWordsOnly();
  }

  NoteLanguage language() {
    return language;
  }

  Visit visit() {
    return visit;
  }

  List<Quotation> quotations() {
    return quotations;
  }

  /** The sentences that the quoted words stand in. */
  List<Sentence> quoted() {
    return quoted;
  }

  /**
   * The cited lines whole, and the questions that the quoted sentences answer; without the words
   * that their speaker took back.
   */
  List<Sentence> context() {
    return context;
  }

  /** Read once: several rules ask for them. */
  ClaimQuantities quantities() {
    ClaimQuantities known = quantities;
    if (known == null) {
      known = ClaimQuantities.of(this);
      quantities = known;
    }
    return known;
  }

  /** What the answer to a question says, whoever cites it. */
  Polarity answerTo(Sentence question) {
    return Answers.meant(visit.answersTo(question).stream().map(Sentence::words).toList());
  }

  private List<Sentence> withLinesAndQuestions() {
    Set<Sentence> all = new LinkedHashSet<>();
    for (Sentence sentence : quoted) {
      visit.questionBefore(sentence).ifPresent(all::add);
      all.addAll(visit.transcript().sentencesOf(sentence.line()));
    }
    return all.stream().map(visit::meant).toList();
  }

  private static List<Sentence> sentencesOf(Quotation quotation) {
    return switch (quotation) {
      case Quotation.Standing standing -> standing.sentences();
      case Quotation.Elsewhere elsewhere -> elsewhere.sentences();
      case Quotation.NeverSaid never -> List.of();
      case Quotation.Nowhere nowhere -> List.of();
    };
  }

  /** The question that this sentence answers. */
  Optional<Sentence> questionBefore(Sentence answer) {
    return visit.questionBefore(answer);
  }

  @Override
  public String toString() {
    return "Claim[quotations=" + quotations.size() + "]";
  }
}
