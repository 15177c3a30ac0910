package org.medicscribe.soapnote.verification;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.medicscribe.soapnote.reading.Concepts;
import org.medicscribe.soapnote.reading.Concepts.Kind;
import org.medicscribe.soapnote.reading.Concepts.Mention;
import org.medicscribe.soapnote.reading.Negation;
import org.medicscribe.soapnote.reading.Polarity;

/** Whether a part of a statement is told or denied the other way round than its words were said. */
final class PolarityClash {

  private static final Set<Kind> THINGS =
      EnumSet.of(Kind.SYMPTOM, Kind.CONDITION, Kind.FINDING, Kind.PLAN);

  /** So many words in a row are said of one thing. */
  private static final int PHRASE = 2;

  private final Polarities said;
  private final Concepts concepts;
  private final Set<String> all;

  /**
   * @param all the stems of the whole statement
   */
  PolarityClash(Polarities said, Concepts concepts, Set<String> all) {
    this.said = said;
    this.concepts = concepts;
    this.all = all;
  }

  /**
   * @param stems of the item's words, without those that tell nothing
   */
  boolean isIn(Negation.Item item, List<String> stems) {
    return item.polarity() != Polarity.UNCLEAR
        && (isContradicted(stems, item.polarity())
            || isAnotherThing(item)
            || item.polarity() == Polarity.AFFIRMED && affirmsADeniedPhrase(stems));
  }

  /** More of the words are said the other way than are said this way. */
  private boolean isContradicted(List<String> stems, Polarity polarity) {
    int agreeing = 0;
    int contrary = 0;
    for (String stem : stems) {
      Set<Polarity> polarities = said.ofStem(stem);
      if (polarities.contains(Polarity.AFFIRMED) && polarities.contains(Polarity.DENIED)) {
        Optional<Polarity> here = said.ofStemAmong(stem, all);
        agreeing += here.filter(polarity::equals).isPresent() ? 1 : 0;
        contrary += here.filter(other -> isOpposite(other, polarity)).isPresent() ? 1 : 0;
      } else if (polarities.contains(polarity) || polarities.contains(Polarity.UNCLEAR)) {
        agreeing++;
      } else if (!polarities.isEmpty()) {
        contrary++;
      }
    }
    return contrary > agreeing;
  }

  /**
   * "A biopsy site with residual pigmentation" on "a biopsy site with no residual pigmentation".
   */
  private boolean affirmsADeniedPhrase(List<String> stems) {
    int run = 0;
    for (String stem : stems) {
      Set<Polarity> polarities = said.ofStem(stem);
      boolean denied =
          polarities.equals(Set.of(Polarity.DENIED))
              || polarities.contains(Polarity.DENIED)
                  && said.ofStemAmong(stem, all).filter(Polarity.DENIED::equals).isPresent();
      run = denied ? run + 1 : 0;
      if (run == PHRASE) {
        return true;
      }
    }
    return false;
  }

  /** The thing itself was said the other way, in whatever words. */
  private boolean isAnotherThing(Negation.Item item) {
    for (Mention mention : concepts.in(item.words())) {
      Set<Polarity> polarities = said.ofThings(mention.concepts());
      boolean telling = THINGS.stream().anyMatch(mention::isOf);
      if (telling
          && !polarities.isEmpty()
          && !polarities.contains(item.polarity())
          && !polarities.contains(Polarity.UNCLEAR)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOpposite(Polarity one, Polarity other) {
    return one != Polarity.UNCLEAR && other != Polarity.UNCLEAR && one != other;
  }

  @Override
  public String toString() {
    return "PolarityClash[" + said + "]";
  }
}
