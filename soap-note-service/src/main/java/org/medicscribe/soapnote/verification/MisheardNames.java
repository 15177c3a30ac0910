package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.reading.FunctionWords;
import org.medicscribe.soapnote.reading.Medicines;
import org.medicscribe.soapnote.reading.Quantities;

/**
 * Finds medicines whose names a recogniser wrote as it heard them: "clopidagrel", "a pix a ban", or
 * a dose beside which no medicine is named at all.
 */
final class MisheardNames {

  /** Like a medicine's name, and what a laboratory measures. */
  private static final Set<String> TESTS = Set.of("creatinine", "carnitine", "albumin");

  private static final List<String> DOSES = List.of("mg", "mcg", "meq", "iu");
  private static final int LONGEST_RUN = 5;
  private static final int LONG_ENOUGH = 8;
  private static final int VERY_LONG = 9;

  private final Medicines medicines;

  MisheardNames(Medicines medicines) {
    this.medicines = medicines;
  }

  /** The words that stand for a name. */
  List<String> in(List<String> words) {
    List<String> found = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int to = endOfName(words, at);
      if (to > at) {
        found.add(String.join(" ", words.subList(at, to)));
      }
      at = Math.max(at + 1, to);
    }
    return found;
  }

  /** Where a name that begins here ends; not behind this place when there is none. */
  private int endOfName(List<String> words, int from) {
    if (medicines.knows(words.get(from).replaceFirst("'s$", ""))
        || TESTS.contains(words.get(from))) {
      return from;
    }
    StringBuilder joined = new StringBuilder(words.get(from));
    if (isLikeAName(joined.toString(), joined.length() > VERY_LONG ? 2 : 1)) {
      return from + 1;
    }
    for (int to = from + 2; to <= Math.min(words.size(), from + LONGEST_RUN); to++) {
      joined.append(words.get(to - 1));
      if (joined.length() >= LONG_ENOUGH && isLikeAName(joined.toString(), 1)) {
        return to;
      }
    }
    return from;
  }

  private boolean isLikeAName(String heard, int letters) {
    return heard.length() >= LONG_ENOUGH
        && !FunctionWords.contains(heard)
        && medicines.namesLike(heard).stream()
            .anyMatch(name ->
                !heard.equals(name + "s")
                    && !name.equals(heard + "s")
                    && EditDistance.between(name, heard) <= letters);
  }

  /** "The blue one, 40 mg". */
  Optional<String> doseWithoutName(List<String> words) {
    return medicines.in(words).isEmpty() && !medicines.isGroupNamed(words)
        ? Quantities.in(words, NoteLanguage.ENGLISH).stream()
            .filter(quantity -> quantity.unit().filter(DOSES::contains).isPresent())
            .findFirst()
            .map(dose -> String.join(" ", words.subList(dose.from(), dose.to())))
        : Optional.empty();
  }
}
