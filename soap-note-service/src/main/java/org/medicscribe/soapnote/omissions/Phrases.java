package org.medicscribe.soapnote.omissions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.PlainWords;
import org.medicscribe.soapnote.reading.Lexicon;
import org.medicscribe.soapnote.reading.Stems;

/**
 * Groups of phrases that mean the same, read from a word list: one group a line, phrases separated
 * by commas. A phrase is there when the stems of its words stand near each other, in any order.
 */
final class Phrases {

  /** Words that may stand between those of a phrase. */
  private static final int SLACK = 2;

  /** Several ways to say one thing. */
  record Group(String name, List<List<String>> english, List<List<String>> spanish) {}

  private final List<Group> groups;

  private Phrases(List<Group> groups) {
    this.groups = groups;
  }

  static Phrases read(String wordList) {
    List<Group> groups = new ArrayList<>();
    for (String entry : Lexicon.entries(wordList)) {
      List<List<String>> english = new ArrayList<>();
      List<List<String>> spanish = new ArrayList<>();
      String[] phrases = entry.split(",", -1);
      for (String phrase : phrases) {
        List<String> words = PlainWords.of(phrase);
        english.add(Stems.of(words, NoteLanguage.ENGLISH));
        spanish.add(Stems.of(words, NoteLanguage.SPANISH));
      }
      groups.add(new Group(phrases[0].strip(), english, spanish));
    }
    return new Phrases(groups);
  }

  /** The groups of which a phrase stands in these words. */
  List<Group> in(List<String> words) {
    List<String> english = Stems.of(words, NoteLanguage.ENGLISH);
    List<String> spanish = Stems.of(words, NoteLanguage.SPANISH);
    return groups.stream()
        .filter(group ->
            group.english().stream().anyMatch(phrase -> isIn(english, phrase))
                || group.spanish().stream().anyMatch(phrase -> isIn(spanish, phrase)))
        .toList();
  }

  private static boolean isIn(List<String> words, List<String> phrase) {
    int span = phrase.size() == 1 ? 1 : phrase.size() + SLACK;
    for (int from = 0; from < words.size(); from++) {
      if (phrase.contains(words.get(from))) {
        Set<String> window =
            new HashSet<>(words.subList(from, Math.min(words.size(), from + span)));
        if (window.containsAll(phrase)) {
          return true;
        }
      }
    }
    return false;
  }
}
