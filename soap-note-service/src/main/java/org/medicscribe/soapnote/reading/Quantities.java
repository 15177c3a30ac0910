package org.medicscribe.soapnote.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.medicscribe.soapnote.note.NoteLanguage;

/** Reads the quantities of a row of words: numbers with their units. */
public final class Quantities {

  private static final Set<String> ARTICLES = Set.of("a", "an", "un", "una");

  private static final Set<String> HALVES = Set.of("half", "medio", "media", "quarter");

  /** What may stand between a number and its unit: "two of the tablets", "two more weeks". */
  private static final Set<String> BETWEEN =
      Set.of("of", "the", "more", "full", "de", "las", "los", "mas", "small", "other");

  private Quantities() {}

  /** Digits or a number word, of either language. */
  public static boolean isNumber(String word) {
    return NumberWords.isNumber(List.of(word));
  }

  public static List<Quantity> in(List<String> words, NoteLanguage language) {
    List<Quantity> quantities = new ArrayList<>();
    for (Numeral numeral : new NumeralReader(language).read(words)) {
      quantities.add(withUnit(words, numeral));
    }
    return quantities;
  }

  /**
   * "The day before yesterday", "the week after next", {@code a week} and the like, which are one
   * of their unit without saying a number.
   */
  public static List<Quantity> countedByArticle(List<String> words) {
    List<Quantity> quantities = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      if (TimeExpressions.isEve(words, at)) {
        Numeral two = new Numeral(Set.of("2"), at, at + 1, true);
        quantities.add(new Quantity(two, Optional.of("day"), at + 1));
      }
      if (at > 1 && words.subList(at - 2, at + 1).equals(List.of("week", "after", "next"))) {
        Numeral two = new Numeral(Set.of("2"), at - 2, at - 1, true);
        quantities.add(new Quantity(two, Optional.of("week"), at + 1));
      }
    }
    for (int at = 0; at + 1 < words.size(); at++) {
      boolean ofHalf = at > 0 && HALVES.contains(words.get(at - 1));
      if (ARTICLES.contains(words.get(at)) && !ofHalf) {
        int from = at;
        Units.at(words, at + 1)
            .filter(found -> Units.isCountedByArticle(found.unit()))
            .map(found ->
                new Quantity(
                    new Numeral(Set.of("1"), from, from + 1, false),
                    Optional.of(found.unit()),
                    found.to()))
            .ifPresent(quantities::add);
      }
    }
    return quantities;
  }

  /** The units of things to take that stand without any number: "tablet at bedtime". */
  public static Set<String> uncounted(List<String> words, NoteLanguage language) {
    Set<String> units = new HashSet<>();
    List<Quantity> counted = in(words, language);
    for (int at = 0; at < words.size(); at++) {
      int place = at;
      Units.at(words, at)
          .filter(found -> Units.isTaken(found.unit()))
          .filter(found -> counted.stream().noneMatch(q -> q.from() <= place && place < q.to()))
          .ifPresent(found -> units.add(found.unit()));
    }
    return units;
  }

  /** Whether a unit may be written that nobody said. */
  public static boolean goesWithoutSaying(String unit) {
    return Units.UNSPOKEN.contains(unit);
  }

  private static Quantity withUnit(List<String> words, Numeral numeral) {
    int at = numeral.to();
    boolean half = numeral.readings().equals(Set.of("0.5"));
    while (at < words.size()
        && at < numeral.to() + 2
        && (BETWEEN.contains(words.get(at)) || half && ARTICLES.contains(words.get(at)))) {
      at++;
    }
    Optional<Units.Found> found = Units.at(words, at);
    if (found.isPresent()) {
      return new Quantity(numeral, Optional.of(found.get().unit()), found.get().to());
    }
    return rangeUnit(words, numeral);
  }

  /** {@code one 50 mg tablet}: the first number counts tablets. */
  private static boolean isCounted(List<String> words, Units.Found strength) {
    return Units.at(words, strength.to()).filter(found -> Units.isTaken(found.unit())).isPresent();
  }

  /** {@code 4 to 5 miles}: the unit of the range belongs to its first number too. */
  private static Quantity rangeUnit(List<String> words, Numeral numeral) {
    int at = numeral.to();
    boolean range = at < words.size() && Set.of("to", "or", "a", "o").contains(words.get(at));
    int second = range ? at + 1 : at;
    if (second < words.size()) {
      for (int end = second + 1; end <= Math.min(words.size() - 1, second + 3); end++) {
        Optional<Units.Found> found = Units.at(words, end);
        boolean number = NumberWords.isNumber(words.subList(second, end));
        if (number && found.isPresent() && (range || !isCounted(words, found.get()))) {
          return new Quantity(numeral, Optional.of(found.get().unit()), numeral.to());
        }
      }
    }
    return new Quantity(numeral, Optional.empty(), numeral.to());
  }
}
