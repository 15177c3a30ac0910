package org.medicscribe.soapnote.reading;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import opennlp.tools.stemmer.snowball.SnowballStemmer;
import org.medicscribe.soapnote.note.NoteLanguage;

/** Words brought to their stems, so that {@code smokes} and {@code smoked} meet. */
public final class Stems {

  /** Every rule asks for the same words again; single words only, and never more than these. */
  private static final int REMEMBERED = 20_000;

  private static final Map<NoteLanguage, Map<String, String>> KNOWN =
      Map.of(
          NoteLanguage.ENGLISH, new ConcurrentHashMap<>(),
          NoteLanguage.SPANISH, new ConcurrentHashMap<>());

  private Stems() {}

  /** In the order of the words. */
  public static List<String> of(List<String> words, NoteLanguage language) {
    Map<String, String> known = Objects.requireNonNull(KNOWN.get(language));
    if (known.size() > REMEMBERED) {
      known.clear();
    }
    return words.stream()
        .map(word -> known.computeIfAbsent(word, unknown -> stem(unknown, language)))
        .toList();
  }

  /** Snowball's stemmers hold state, so each call has its own. */
  private static String stem(String word, NoteLanguage language) {
    return new SnowballStemmer(algorithm(language)).stem(word).toString();
  }

  public static Set<String> setOf(List<String> words, NoteLanguage language) {
    return of(words, language).stream().collect(Collectors.toUnmodifiableSet());
  }

  private static SnowballStemmer.ALGORITHM algorithm(NoteLanguage language) {
    return switch (language) {
      case ENGLISH -> SnowballStemmer.ALGORITHM.ENGLISH;
      case SPANISH -> SnowballStemmer.ALGORITHM.SPANISH;
    };
  }
}
