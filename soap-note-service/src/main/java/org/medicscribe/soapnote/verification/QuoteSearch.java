package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.medicscribe.events.NoteEvent.TranscriptLine;
import org.medicscribe.soapnote.note.Citation;
import org.medicscribe.soapnote.note.PlainWords;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.note.TranscriptIndex;

/**
 * Finds quoted words. Case, accents, punctuation and hesitations do not count; an ellipsis stands
 * for words left out within one line. Every other word must be there, in order.
 */
final class QuoteSearch {

  private static final Pattern ELLIPSIS = Pattern.compile("\\.{2,}|…|\\[\\.\\.\\.]");
  private static final Set<String> HESITATIONS =
      Set.of("um", "uh", "uhm", "er", "erm", "ah", "hmm", "mm", "eh", "em");

  private final TranscriptIndex transcript;

  QuoteSearch(TranscriptIndex transcript) {
    this.transcript = transcript;
  }

  Quotation find(Citation citation) {
    List<List<String>> pieces = pieces(citation.quote());
    Optional<TranscriptLine> named = transcript.line(citation.segment());
    Optional<List<Sentence>> there = named.flatMap(line -> sentencesWith(pieces, line));
    if (there.isPresent()) {
      return new Quotation.Standing(citation, named.orElseThrow(), there.get());
    }
    for (TranscriptLine line : transcript.lines()) {
      Optional<List<Sentence>> here = sentencesWith(pieces, line);
      if (here.isPresent() && isTelling(pieces)) {
        return new Quotation.Elsewhere(citation, line, here.get());
      }
    }
    return named
        .<Quotation>map(line -> new Quotation.NeverSaid(citation, line))
        .orElseGet(() -> new Quotation.Nowhere(citation));
  }

  /** A word or two ("yes", "no pain") are said anywhere: they prove nothing about another line. */
  private static boolean isTelling(List<List<String>> pieces) {
    return pieces.stream().mapToInt(List::size).sum() > 2;
  }

  private static List<List<String>> pieces(String quote) {
    return ELLIPSIS
        .splitAsStream(quote)
        .map(piece -> telling(PlainWords.of(piece)))
        .filter(words -> !words.isEmpty())
        .toList();
  }

  /** "Mm-hmm" is hesitation within a sentence, and an answer alone. */
  private static List<String> telling(List<String> words) {
    List<String> telling = words.stream().filter(QuoteSearch::counts).toList();
    return telling.isEmpty() ? words : telling;
  }

  private static boolean counts(String word) {
    return !HESITATIONS.contains(word);
  }

  private Optional<List<Sentence>> sentencesWith(List<List<String>> pieces, TranscriptLine line) {
    List<String> words = new ArrayList<>();
    List<Sentence> owners = new ArrayList<>();
    for (Sentence sentence : transcript.sentencesOf(line)) {
      for (String word : telling(sentence.words())) {
        words.add(word);
        owners.add(sentence);
      }
    }
    if (pieces.isEmpty()) {
      return Optional.empty();
    }
    List<Sentence> touched = new ArrayList<>();
    int from = 0;
    for (List<String> piece : pieces) {
      int at = indexOf(words, piece, from);
      if (at < 0) {
        return Optional.empty();
      }
      from = at + piece.size();
      touched.addAll(owners.subList(at, from));
    }
    return Optional.of(touched.stream().distinct().toList());
  }

  private static int indexOf(List<String> words, List<String> piece, int from) {
    for (int at = from; at + piece.size() <= words.size(); at++) {
      if (words.subList(at, at + piece.size()).equals(piece)) {
        return at;
      }
    }
    return -1;
  }
}
