package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.FunctionWords;
import org.medicscribe.soapnote.reading.Quantities;
import org.medicscribe.soapnote.reading.Quantity;
import org.medicscribe.soapnote.reading.Stems;

/**
 * Whether a number of the statement is that of another thing: among the words that stand beside it
 * in the statement another number was said, and this one stands beside none of them.
 */
final class NearestNumber {

  private static final int NEAR = 6;

  /** So many more of the words stand beside the other number. */
  private static final int CLEARLY = 2;

  private final Claim claim;
  private final List<Place> places = new ArrayList<>();

  /** A number that was said, and the stems around it. */
  private record Place(Quantity quantity, Set<String> beside) {
    boolean isOf(Quantity other) {
      return quantity.number().readings().stream().anyMatch(other.number().readings()::contains);
    }
  }

  NearestNumber(Claim claim) {
    this.claim = claim;
    for (Sentence sentence : claim.quoted()) {
      List<String> words = claim.visit().meant(sentence).words();
      for (Quantity quantity : Quantities.in(words, NoteLanguage.ENGLISH)) {
        if (quantity.number().certain()) {
          places.add(new Place(quantity, beside(words, quantity)));
        }
      }
    }
  }

  /**
   * @param all every number of the statement: what it also writes is no other number
   */
  boolean isAnothers(Quantity written, List<Quantity> all) {
    Set<String> beside = beside(claim.words(), written);
    int own = -1;
    int others = 0;
    for (Place place : places) {
      Set<String> shared = new HashSet<>(place.beside());
      shared.retainAll(beside);
      if (place.isOf(written)) {
        own = Math.max(own, shared.size());
      } else if (all.stream().noneMatch(place::isOf)
          && place.quantity().unit().equals(written.unit())) {
        others = Math.max(others, shared.size());
      }
    }
    return own >= 0 && (own == 0 && others > 0 || others >= own + CLEARLY);
  }

  private Set<String> beside(List<String> words, Quantity quantity) {
    List<String> near = new ArrayList<>();
    for (int at = Math.max(0, quantity.from() - NEAR);
        at < Math.min(words.size(), quantity.to() + NEAR);
        at++) {
      boolean itself = at >= quantity.from() && at < quantity.to();
      if (!itself && !Character.isDigit(words.get(at).charAt(0))) {
        near.add(words.get(at));
      }
    }
    return new HashSet<>(Stems.of(FunctionWords.removedFrom(near), claim.language()));
  }

  @Override
  public String toString() {
    return "NearestNumber[" + places.size() + "]";
  }
}
