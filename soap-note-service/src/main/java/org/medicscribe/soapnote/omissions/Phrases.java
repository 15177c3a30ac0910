package org.medicscribe.soapnote.omissions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.PlainWords;
import org.medicscribe.soapnote.reading.Lexicon;
import org.medicscribe.soapnote.reading.Stems;

/**
 * Groups of phrases that mean the same, read from the word lists of both languages: a group's name,
 * a colon, and phrases separated by commas. A phrase is there when the stems of its words stand in
 * its order with little between them. A phrase after "except" takes the group away again: it looks
 * like the others and means something else. English words are read as English and Spanish ones as
 * Spanish, never one as the other.
 */
final class Phrases {

  private static final Set<String> SPANS =
      Set.of(
          "day",
          "days",
          "week",
          "weeks",
          "month",
          "months",
          "year",
          "years",
          "fortnight",
          "dias",
          "dia",
          "semana",
          "semanas",
          "mes",
          "meses",
          "ano",
          "anos");
  private static final Set<String> DAYS =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "tomorrow",
          "lunes",
          "martes",
          "miercoles",
          "jueves",
          "viernes",
          "sabado",
          "domingo",
          "manana");
  private static final Set<String> WHOSE =
      Set.of(
          "my", "his", "her", "their", "your", "the", "a", "an", "mi", "su", "el", "la", "los",
          "las");
  private static final Set<String> SELF =
      Set.of("himself", "herself", "themselves", "themself", "yourself");
  private static final String SPAN = "<span>";
  private static final String DAY = "<day>";
  private static final String EXCEPT = "except ";

  private record Phrase(NoteLanguage language, List<String> stems) {}

  private record Group(List<Phrase> meant, List<Phrase> notMeant) {}

  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final int slack;

  private Phrases(int slack) {
    this.slack = slack;
  }

  /**
   * @param slack how many words may stand between two of a phrase
   */
  static Phrases read(String wordList, int slack) {
    Phrases phrases = new Phrases(slack);
    phrases.add("en/" + wordList, NoteLanguage.ENGLISH);
    phrases.add("es/" + wordList, NoteLanguage.SPANISH);
    return phrases;
  }

  private void add(String wordList, NoteLanguage language) {
    for (String entry : Lexicon.entries(wordList)) {
      String[] parts = entry.split(":", 2);
      Group group =
          groups.computeIfAbsent(
              parts[0].strip(), name -> new Group(new ArrayList<>(), new ArrayList<>()));
      for (String text : parts[1].split(",", -1)) {
        String phrase = text.strip();
        boolean not = phrase.startsWith(EXCEPT);
        (not ? group.notMeant : group.meant)
            .add(
                new Phrase(
                    language, stems(not ? phrase.substring(EXCEPT.length()) : phrase, language)));
      }
    }
  }

  private static List<String> stems(String phrase, NoteLanguage language) {
    List<String> stems = new ArrayList<>();
    for (String word : phrase.split(" +")) {
      if (word.startsWith("<")) {
        stems.add(word);
      } else {
        stems.addAll(Stems.of(told(PlainWords.of(word)), language));
      }
    }
    return stems;
  }

  /** Whose it is and which makes no difference: "my chest", "their chest", "the chest". */
  private static List<String> told(List<String> words) {
    return words.stream()
        .filter(word -> !WHOSE.contains(word))
        .map(word -> SELF.contains(word) ? "myself" : word)
        .toList();
  }

  /** The names of the groups of which a phrase stands in these words. */
  Set<String> in(List<String> said) {
    List<String> words = told(said);
    Map<NoteLanguage, List<String>> stemmed =
        Map.of(
            NoteLanguage.ENGLISH, Stems.of(words, NoteLanguage.ENGLISH),
            NoteLanguage.SPANISH, Stems.of(words, NoteLanguage.SPANISH));
    Set<String> found = new LinkedHashSet<>();
    groups.forEach((name, group) -> {
      if (any(group.meant, words, stemmed) && !any(group.notMeant, words, stemmed)) {
        found.add(name);
      }
    });
    return found;
  }

  /** The groups that stand there in a phrase which is itself put as a denial: "can't breathe". */
  Set<String> putAsDenial(List<String> said) {
    List<String> words = told(said);
    List<String> english = Stems.of(words, NoteLanguage.ENGLISH);
    Set<String> found = new LinkedHashSet<>();
    groups.forEach((name, group) -> {
      boolean denial =
          group.meant.stream()
              .filter(phrase -> phrase.stems.stream().anyMatch(Phrases::denies))
              .anyMatch(phrase -> isIn(words, english, phrase.stems));
      if (denial) {
        found.add(name);
      }
    });
    return found;
  }

  private static boolean denies(String stem) {
    return stem.endsWith("n't") || Set.of("not", "no", "without", "cannot", "noth").contains(stem);
  }

  private boolean any(
      List<Phrase> phrases, List<String> words, Map<NoteLanguage, List<String>> stemmed) {
    return phrases.stream()
        .anyMatch(
            phrase -> isIn(words, stemmed.getOrDefault(phrase.language, words), phrase.stems));
  }

  private boolean isIn(List<String> words, List<String> stems, List<String> phrase) {
    for (int from = 0; from < stems.size(); from++) {
      if (matches(words, stems, from, phrase.getFirst()) && goesOn(words, stems, from, phrase)) {
        return true;
      }
    }
    return false;
  }

  private boolean goesOn(List<String> words, List<String> stems, int from, List<String> phrase) {
    int at = from;
    for (String wanted : phrase.subList(1, phrase.size())) {
      int next = at + 1;
      while (next < stems.size()
          && next <= at + 1 + slack
          && !matches(words, stems, next, wanted)) {
        next++;
      }
      if (next >= stems.size() || next > at + 1 + slack) {
        return false;
      }
      at = next;
    }
    return true;
  }

  private static boolean matches(List<String> words, List<String> stems, int at, String wanted) {
    return switch (wanted) {
      case SPAN -> SPANS.contains(words.get(at));
      case DAY -> DAYS.contains(words.get(at));
      default -> stems.get(at).equals(wanted);
    };
  }
}
