package org.medicscribe.soapnote.verification;

import java.util.List;
import java.util.Set;
import org.medicscribe.soapnote.reading.Lexicon;

/** The words with which a statement, or what it rests on, denies as a whole. */
final class Denials {

  private static final Set<String> DENIALS = Lexicon.words("denials.txt", "denial");
  private static final Set<String> LACKING = Lexicon.words("denials.txt", "lacking");
  private static final Set<String> GOOD = Lexicon.words("denials.txt", "good");
  private static final Set<String> NEVER = Lexicon.words("denials.txt", "never");
  private static final Set<String> BOUNDED = Lexicon.words("denials.txt", "bounded");

  private static final Set<String> OWN =
      Set.of("i", "i'm", "i've", "my", "it", "it's", "he", "she", "they", "we");

  private Denials() {}

  /** "No", "denies", "didn't". */
  static boolean isDenial(String word) {
    return DENIALS.contains(word) || word.endsWith("n't");
  }

  /** Also what is unable, lost or doubted, of which one may write "not". */
  static boolean denies(String word) {
    return isDenial(word) || LACKING.contains(word);
  }

  /** How many words come before what is told: "No, I'm fine" answers, and denies nothing else. */
  static int opening(List<String> words) {
    return words.size() > 1 && words.getFirst().equals("no") && OWN.contains(words.get(1)) ? 1 : 0;
  }

  /** Says that something is not so without denying: "it's clear", "all is fine", "I stopped". */
  static boolean isGood(String word) {
    return GOOD.contains(word);
  }

  /** At no time at all. */
  static boolean isNever(String word) {
    return NEVER.contains(word);
  }

  /** Since when or until when: "no fever since Monday" is not never. */
  static boolean isBounded(String word) {
    return BOUNDED.contains(word);
  }
}
