package org.medicscribe.soapnote.omissions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.medicscribe.events.SoapNote.Evidence;
import org.medicscribe.events.SoapNote.Section;
import org.medicscribe.events.SoapNote.Statement;
import org.medicscribe.soapnote.note.PlainWords;
import org.medicscribe.soapnote.note.Sentence;

/** What stands in the note, as far as coverage goes. */
final class WrittenNote {

  private final List<List<String>> statements = new ArrayList<>();
  private final Set<String> words = new HashSet<>();
  private final Set<Evidence> evidence = new HashSet<>();

  WrittenNote(List<Section> sections) {
    for (Section section : sections) {
      for (Statement statement : section.statements()) {
        List<String> statementWords = PlainWords.of(statement.text());
        statements.add(statementWords);
        words.addAll(statementWords);
        evidence.addAll(statement.evidence());
      }
    }
  }

  List<List<String>> statements() {
    return statements;
  }

  boolean has(String word) {
    return words.contains(word);
  }

  /** Whether a statement rests on this very sentence. */
  boolean cites(Sentence sentence) {
    return evidence.stream()
        .filter(cited -> cited.segment().equals(sentence.line().segment()))
        .map(cited -> PlainWords.of(cited.quote()))
        .anyMatch(quote -> overlap(quote, sentence.words()));
  }

  private static boolean overlap(List<String> quote, List<String> sentence) {
    return contains(quote, sentence) || contains(sentence, quote);
  }

  static boolean contains(List<String> words, List<String> part) {
    return Collections.indexOfSubList(words, part) >= 0;
  }
}
