package org.medicscribe.soapnote.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.PlainWords;

/**
 * Names of one or several words that stand for something, found in a row of words by their stems or
 * as they are. English and Spanish names are looked up together: a note may be in another language
 * than the visit.
 *
 * @param <T> what a name stands for
 */
final class Names<T> {

  /**
   * A name in a row of words.
   *
   * @param from the place of its first word
   * @param to the place after its last
   */
  record Found<T>(T thing, int from, int to) {}

  private static final int LONGEST = 5;

  private final Map<NoteLanguage, Map<List<String>, Set<T>>> things =
      new EnumMap<>(NoteLanguage.class);
  private final boolean stemmed;

  private Names(boolean stemmed) {
    this.stemmed = stemmed;
  }

  /** "Swells" is found as "swelling". */
  static <T> Names<T> byStem() {
    return new Names<>(true);
  }

  /** "Like" is not found as "likely". */
  static <T> Names<T> byWord() {
    return new Names<>(false);
  }

  void add(NoteLanguage language, String name, T thing) {
    things
        .computeIfAbsent(language, l -> new HashMap<>())
        .computeIfAbsent(key(PlainWords.of(name), language), n -> new LinkedHashSet<>())
        .add(thing);
  }

  /** What this name itself stands for. */
  Set<T> thingsOf(NoteLanguage language, String name) {
    return things
        .getOrDefault(language, Map.of())
        .getOrDefault(key(PlainWords.of(name), language), Set.of());
  }

  private List<String> key(List<String> words, NoteLanguage language) {
    return stemmed ? Stems.of(words, language) : words;
  }

  /** Every name at every place, short ones within longer ones too. */
  List<Found<T>> in(List<String> words) {
    List<Found<T>> found = new ArrayList<>();
    things.forEach((language, names) -> {
      List<String> stems = key(words, language);
      for (int from = 0; from < stems.size(); from++) {
        for (int to = from + 1; to <= Math.min(stems.size(), from + LONGEST); to++) {
          for (T thing : names.getOrDefault(stems.subList(from, to), Set.of())) {
            found.add(new Found<>(thing, from, to));
          }
        }
      }
    });
    return found;
  }
}
