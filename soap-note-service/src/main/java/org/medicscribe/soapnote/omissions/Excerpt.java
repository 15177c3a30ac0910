package org.medicscribe.soapnote.omissions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.medicscribe.soapnote.note.PlainWords;

/** The part of a sentence that says it, word for word: a clinician reads entries at a glance. */
final class Excerpt {

  /** Words; a sentence of no more is shown whole. */
  private static final int SHORT = 22;

  private static final int LONGEST = 32;

  private static final Pattern BOUNDARY =
      Pattern.compile("[,;:]\\s+|\\s+(?=(?:and|but|so|because|then|also|y|pero|porque)\\s)");
  private static final Pattern WORD = Pattern.compile("\\S+");

  private Excerpt() {}

  /** The shortest run of clauses that holds what is looked for, else the whole text cut to size. */
  static String of(String text, Predicate<List<String>> told) {
    if (PlainWords.of(text).size() <= SHORT) {
      return text;
    }
    List<Integer> edges = new ArrayList<>(List.of(0));
    BOUNDARY.matcher(text).results().forEach(found -> edges.add(found.end()));
    edges.add(text.length());
    for (int length = 1; length < edges.size(); length++) {
      for (int i = 0; i + length < edges.size(); i++) {
        String part = text.substring(edges.get(i), edges.get(i + length)).strip();
        if (told.test(PlainWords.of(part)) && part.split("\\s+").length <= LONGEST) {
          return part.replaceFirst("[,;:]$", "");
        }
      }
    }
    return window(text, told);
  }

  private static String window(String text, Predicate<List<String>> told) {
    List<int[]> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(new int[] {word.start(), word.end()});
    }
    int step = LONGEST / 4;
    for (int from = 0; from < words.size(); from += step) {
      int to = Math.min(words.size(), from + LONGEST);
      String part = text.substring(words.get(from)[0], words.get(to - 1)[1]);
      if (told.test(PlainWords.of(part))) {
        return part;
      }
    }
    return text.substring(0, words.get(Math.min(words.size(), LONGEST) - 1)[1]);
  }
}
