package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.medicscribe.soapnote.note.DraftStatement;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.PlainWords;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.note.TranscriptIndex;

/** A statement together with everything it may rest on. */
final class Claim {

  /** An answer may come a little after its question: "Well. Let me think. No." */
  private static final int ANSWER_REACH = 3;

  private final String text;
  private final List<String> words;
  private final NoteLanguage language;
  private final TranscriptIndex transcript;
  private final List<Quotation> quotations;
  private final List<Sentence> quoted;
  private final List<Sentence> context;

  Claim(DraftStatement statement, NoteLanguage language, TranscriptIndex transcript) {
    QuoteSearch search = new QuoteSearch(transcript);
    this.text = statement.text();
    this.words = PlainWords.of(text);
    this.language = language;
    this.transcript = transcript;
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

  NoteLanguage language() {
    return language;
  }

  TranscriptIndex transcript() {
    return transcript;
  }

  List<Quotation> quotations() {
    return quotations;
  }

  /** The sentences that the quoted words stand in. */
  List<Sentence> quoted() {
    return quoted;
  }

  /** The cited lines whole, and the questions that the quoted sentences answer. */
  List<Sentence> context() {
    return context;
  }

  /** The question that this sentence answers, if another voice asked one just before. */
  Optional<Sentence> questionBefore(Sentence answer) {
    for (int back = 1; back <= ANSWER_REACH; back++) {
      Optional<Sentence> before = transcript.sentenceAt(answer.position() - back);
      if (before.isEmpty()) {
        return Optional.empty();
      }
      if (before.get().question()) {
        return before;
      }
      if (!before.get().isBySpeakerOf(answer)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** What is said right after this sentence. */
  Optional<Sentence> after(Sentence sentence) {
    return transcript.sentenceAt(sentence.position() + 1);
  }

  private List<Sentence> withLinesAndQuestions() {
    Set<Sentence> all = new LinkedHashSet<>();
    for (Sentence sentence : quoted) {
      questionBefore(sentence).ifPresent(all::add);
      all.addAll(transcript.sentencesOf(sentence.line()));
    }
    return new ArrayList<>(all);
  }

  private static List<Sentence> sentencesOf(Quotation quotation) {
    return switch (quotation) {
      case Quotation.Standing standing -> standing.sentences();
      case Quotation.Elsewhere elsewhere -> elsewhere.sentences();
      case Quotation.NeverSaid never -> List.of();
      case Quotation.Nowhere nowhere -> List.of();
    };
  }

  @Override
  public String toString() {
    return "Claim[quotations=" + quotations.size() + "]";
  }
}
