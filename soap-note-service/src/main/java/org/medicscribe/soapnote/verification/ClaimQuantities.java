package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.Frequencies;
import org.medicscribe.soapnote.reading.Quantities;
import org.medicscribe.soapnote.reading.Quantity;

/**
 * The quantities that a statement writes and those that its evidence says.
 *
 * @param written without what belongs to a frequency or a date, which have rules of their own, and
 *     without words that may be no number at all
 * @param spoken read in both languages: a note may be in another language than the visit
 */
record ClaimQuantities(List<Quantity> written, List<Quantity> spoken) {

  private static final Set<String> NUMBERED = Set.of("covid", "sars");

  static ClaimQuantities of(Claim claim) {
    List<String> words = claim.words();
    List<Frequencies.Frequency> frequencies = Frequencies.in(words);
    List<Quantity> written =
        Quantities.in(words, claim.language()).stream()
            .filter(quantity -> quantity.number().certain())
            .filter(quantity -> !isDate(quantity) && !isName(words, quantity))
            .filter(quantity -> !isListMark(claim, quantity))
            .filter(quantity ->
                frequencies.stream()
                    .noneMatch(f -> f.from() <= quantity.from() && quantity.from() < f.to()))
            .toList();
    List<Quantity> spoken = new ArrayList<>();
    for (Sentence sentence : claim.context()) {
      for (NoteLanguage language : NoteLanguage.values()) {
        spoken.addAll(Quantities.in(sentence.words(), language));
      }
      spoken.addAll(Quantities.countedByArticle(sentence.words()));
    }
    return new ClaimQuantities(written, spoken);
  }

  /** Every number that is said, the parts of ratios too. */
  Set<String> spokenNumbers() {
    Set<String> numbers = new LinkedHashSet<>();
    for (Quantity quantity : spoken) {
      for (String reading : quantity.number().readings()) {
        numbers.add(reading);
        numbers.addAll(partsOf(reading));
      }
    }
    return numbers;
  }

  static List<String> partsOf(String reading) {
    return List.of(reading.split("/", -1));
  }

  private static boolean isDate(Quantity quantity) {
    return quantity.number().readings().stream()
        .anyMatch(
            reading -> partsOf(reading).size() > 2 || reading.matches("\\d{1,2}/(?:19|20)\\d\\d"));
  }

  /** "COVID-19", "H1N1": a number that is part of a name. */
  private static boolean isName(List<String> words, Quantity quantity) {
    return quantity.from() > 0 && NUMBERED.contains(words.get(quantity.from() - 1));
  }

  /** "1. Hypertension": the number counts statements. */
  private static boolean isListMark(Claim claim, Quantity quantity) {
    return quantity.from() == 0 && claim.text().strip().matches("(?s)#?\\d+[.)]\\s.*");
  }
}
