package org.medicscribe.soapnote.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import opennlp.tools.stemmer.snowball.SnowballStemmer;
import org.medicscribe.soapnote.note.NoteLanguage;

/** Words brought to their stems, so that {@code smokes} and {@code smoked} meet. */
public final class Stems {

  private Stems() {}

  /** In the order of the words; Snowball's stemmers hold state, so each call has its own. */
  public static List<String> of(List<String> words, NoteLanguage language) {
    SnowballStemmer stemmer = new SnowballStemmer(algorithm(language));
    return words.stream().map(word -> stemmer.stem(word).toString()).toList();
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
