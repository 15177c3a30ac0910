package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.medicscribe.soapnote.reading.FunctionWords;
import org.medicscribe.soapnote.reading.Medicines;

/**
 * Finds words in a statement about an allergy that are none of such a statement and sound like one:
 * "a logic to penicillin; it gave a rush". A recogniser writes an ordinary word for a rarer one and
 * is sure of it, so its own doubt does not tell.
 */
final class MisheardAllergies {

  /** How an allergy to something is told. */
  private static final List<String> ALLERGIC = List.of("allergic", "allergy", "allergies");

  /** What it does. */
  private static final List<String> REACTIONS =
      List.of(
          "rash",
          "hives",
          "itch",
          "itchy",
          "itching",
          "swelling",
          "swollen",
          "swelled",
          "reaction",
          "anaphylaxis",
          "blotchy",
          "welts",
          "wheeze");

  /** Sound like one of them, and belong there. */
  private static final Set<String> ORDINARY =
      Set.of(
          "reacts", "reacted", "react", "always", "also", "rashes", "hive", "itches", "wheezing");

  /** As many sounds in a word are enough to be told apart with one of them wrong. */
  private static final int ENOUGH_SOUNDS = 4;

  private static final int LONGEST_CODE = 10;

  private final Medicines medicines;
  private final DoubleMetaphone sounds = new DoubleMetaphone();

  MisheardAllergies(Medicines medicines) {
    this.medicines = medicines;
    this.sounds.setMaxCodeLen(LONGEST_CODE);
  }

  List<String> in(List<String> words) {
    List<String> found = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      if (!isKnown(word) && (sounds(REACTIONS, word) || isMisheardAllergic(words, at))) {
        found.add(word);
      }
    }
    return found;
  }

  /** "A logic to": the article may be the beginning of what was said. */
  private boolean isMisheardAllergic(List<String> words, int at) {
    boolean isToSomething = at + 1 < words.size() && words.get(at + 1).equals("to");
    return isToSomething
        && (sounds(ALLERGIC, words.get(at))
            || at > 0
                && FunctionWords.contains(words.get(at - 1))
                && sounds(ALLERGIC, words.get(at - 1) + words.get(at)));
  }

  private boolean isKnown(String word) {
    return ALLERGIC.contains(word)
        || REACTIONS.contains(word)
        || ORDINARY.contains(word)
        || FunctionWords.contains(word)
        || medicines.knows(word)
        || !Character.isLetter(word.charAt(0));
  }

  private boolean sounds(List<String> said, String heard) {
    String code = sounds.doubleMetaphone(heard);
    return said.stream()
        .anyMatch(word -> {
          String right = sounds.doubleMetaphone(word);
          return right.length() >= ENOUGH_SOUNDS && code.length() >= ENOUGH_SOUNDS - 1
              ? EditDistance.between(right, code) <= 1
              : right.equals(code) && EditDistance.between(word, heard) <= 1;
        });
  }
}
