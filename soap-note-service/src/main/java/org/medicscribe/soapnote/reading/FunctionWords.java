package org.medicscribe.soapnote.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words that say nothing about a patient: grammar, and the phrases that every note is made of. */
public final class FunctionWords {

  private static final Set<String> ALL = new HashSet<>(Lexicon.entries("function-words.txt"));

  private FunctionWords() {}

  public static boolean contains(String word) {
    return word.length() < 2 || ALL.contains(word);
  }

  public static List<String> removedFrom(List<String> words) {
    return words.stream().filter(word -> !contains(word)).toList();
  }
}
