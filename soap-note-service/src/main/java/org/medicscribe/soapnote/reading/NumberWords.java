package org.medicscribe.soapnote.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.medicscribe.soapnote.note.NoteLanguage;

/**
 * The number words of one language, without accents.
 *
 * @param small 0 to 19, and what a language writes as one word up to 29
 * @param tens 20 to 90
 * @param hundreds words that are a hundred or several by themselves
 * @param hundred words that multiply what stands before them by a hundred
 * @param thousand words that multiply what stands before them by a thousand
 * @param ordinals third and up: first and second have too many other uses
 * @param tensAnd what stands between tens and units
 * @param and what may stand after a hundred, or before a half
 * @param point what stands before decimals
 * @param over what stands between the two numbers of a ratio
 * @param half a half by itself
 * @param one words that are both "one" and an article or pronoun
 */
record NumberWords(
    Map<String, Integer> small,
    Map<String, Integer> tens,
    Map<String, Integer> hundreds,
    Set<String> hundred,
    Set<String> thousand,
    Map<String, Integer> ordinals,
    Set<String> tensAnd,
    Set<String> and,
    Set<String> point,
    Set<String> over,
    Set<String> half,
    Set<String> one) {

  static final NumberWords ENGLISH =
      new NumberWords(
          counted(
              0,
              "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                  + " fifteen sixteen seventeen eighteen nineteen"),
          tens("twenty thirty forty fifty sixty seventy eighty ninety"),
          Map.of(),
          Set.of("hundred"),
          Set.of("thousand"),
          counted(
              3,
              "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
                  + " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"),
          Set.of(),
          Set.of("and"),
          Set.of("point"),
          Set.of("over"),
          Set.of("half"),
          Set.of("one"));

  static final NumberWords SPANISH =
      new NumberWords(
          spanishSmall(),
          tens("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa"),
          Map.of(
              "cien", 100,
              "ciento", 100,
              "doscientos", 200,
              "trescientos", 300,
              "cuatrocientos", 400,
              "quinientos", 500,
              "seiscientos", 600,
              "setecientos", 700,
              "ochocientos", 800,
              "novecientos", 900),
          Set.of(),
          Set.of("mil"),
          counted(3, "tercero cuarto quinto sexto septimo octavo noveno decimo"),
          Set.of("y"),
          Set.of("y"),
          Set.of("punto", "coma"),
          Set.of("sobre"),
          Set.of("medio", "media"),
          Set.of("un", "una", "uno"));

  static NumberWords of(NoteLanguage language) {
    return switch (language) {
      case ENGLISH -> ENGLISH;
      case SPANISH -> SPANISH;
    };
  }

  /** Whether all of these words are digits or number words, of either language. */
  static boolean isNumber(List<String> row) {
    return row.stream()
        .allMatch(word ->
            Character.isDigit(word.charAt(0))
                || ENGLISH.small.containsKey(word)
                || ENGLISH.tens.containsKey(word)
                || SPANISH.small.containsKey(word)
                || SPANISH.tens.containsKey(word));
  }

  private static Map<String, Integer> spanishSmall() {
    Map<String, Integer> small =
        new HashMap<>(
            counted(
                0,
                "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce"
                    + " quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos"
                    + " veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho"
                    + " veintinueve"));
    small.remove("veinte");
    small.put("un", 1);
    small.put("una", 1);
    small.put("veintiun", 21);
    return Map.copyOf(small);
  }

  private static Map<String, Integer> counted(int first, String words) {
    return numbered(first, 1, words);
  }

  private static Map<String, Integer> tens(String words) {
    return numbered(20, 10, words);
  }

  private static Map<String, Integer> numbered(int first, int step, String words) {
    Map<String, Integer> numbers = new HashMap<>();
    int number = first;
    for (String word : List.of(words.split(" ", -1))) {
      numbers.put(word, number);
      number += step;
    }
    return Map.copyOf(numbers);
  }
}
