package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.PlainWords;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.FunctionWords;
import org.medicscribe.soapnote.reading.Opposites;
import org.medicscribe.soapnote.reading.Quantities;
import org.medicscribe.soapnote.reading.Quantity;
import org.medicscribe.soapnote.reading.Stems;
import org.medicscribe.soapnote.verification.LateralityAgrees.Side;

/**
 * What was found on one side is not written of the other: in "your right knee is swollen, the left
 * one looks fine" the swelling is on the right. Each word of a clause belongs to the side named
 * last before it, or else to the first one after it.
 */
final class SidesBelong implements VerificationRule {

  private static final Pattern CLAUSE_END =
      Pattern.compile("(?i)[.;,?!]+|\\b(?:but|and|while|whereas|pero|y|mientras)\\b");

  private static final int LETTERS = 5;

  private static final Set<Side> ONE_SIDE = EnumSet.of(Side.LEFT, Side.RIGHT);

  private final Opposites opposites;

  SidesBelong(Opposites opposites) {
    this.opposites = opposites;
  }

  @Override
  public String name() {
    return "sides-belong";
  }

  @Override
  public List<Objection> check(Claim claim) {
    NoteLanguage language = claim.language();
    Map<String, Set<Side>> said = new HashMap<>();
    for (Sentence sentence : claim.quoted()) {
      for (String clause : CLAUSE_END.split(claim.visit().meant(sentence).text())) {
        sides(clause, language)
            .forEach((thing, sides) ->
                said.computeIfAbsent(thing, t -> EnumSet.noneOf(Side.class)).addAll(sides));
      }
    }
    List<Objection> objections = new ArrayList<>();
    Set<Side> all = EnumSet.noneOf(Side.class);
    said.values().forEach(all::addAll);
    if (!all.containsAll(ONE_SIDE)) {
      return objections;
    }
    for (String clause : CLAUSE_END.split(claim.text())) {
      int contrary = 0;
      int agreeing = 0;
      for (Map.Entry<String, Set<Side>> written : sides(clause, language).entrySet()) {
        Set<Side> sides = said.getOrDefault(written.getKey(), Set.of());
        if (sides.size() == 1 && written.getValue().size() == 1) {
          boolean same = sides.equals(written.getValue());
          agreeing += same ? 1 : 0;
          contrary += same ? 0 : 1;
        }
      }
      if (contrary > agreeing) {
        objections.add(Objection.failure(clause.strip()));
      } else if (contrary > 0 && contrary == agreeing) {
        objections.add(Objection.doubt(clause.strip()));
      }
    }
    return objections;
  }

  /** The sides that each thing of a clause is said of: words by their stems, ratios as numbers. */
  private Map<String, Set<Side>> sides(String clause, NoteLanguage language) {
    List<String> words = PlainWords.of(clause);
    Map<String, Set<Side>> sides = new HashMap<>();
    for (int at = 0; at < words.size(); at++) {
      boolean tells =
          !FunctionWords.contains(words.get(at))
              && LateralityAgrees.sideAt(words, at) == null
              && !Character.isDigit(words.get(at).charAt(0));
      if (tells) {
        add(beginning(words.get(at), language), sideOf(words, at), sides);
      }
    }
    for (Opposites.Side found : opposites.in(words)) {
      add(found.pair() + found.first(), sideOf(words, found.from()), sides);
    }
    for (Quantity quantity : Quantities.in(words, language)) {
      for (String reading : quantity.number().readings()) {
        if (reading.contains("/")) {
          add(reading, sideOf(words, quantity.from()), sides);
        }
      }
    }
    return sides;
  }

  /** "Injury" and "injured" differ in their stems. */
  private static String beginning(String word, NoteLanguage language) {
    String stem = Stems.of(List.of(word), language).getFirst();
    return stem.substring(0, Math.min(stem.length(), LETTERS));
  }

  private static void add(String thing, Optional<Side> side, Map<String, Set<Side>> sides) {
    side.filter(ONE_SIDE::contains)
        .ifPresent(s -> sides.computeIfAbsent(thing, t -> EnumSet.noneOf(Side.class)).add(s));
  }

  private static Optional<Side> sideOf(List<String> words, int at) {
    for (int before = at - 1; before >= 0; before--) {
      Side side = LateralityAgrees.sideAt(words, before);
      if (side != null) {
        return Optional.of(side);
      }
    }
    for (int after = at + 1; after < words.size(); after++) {
      Side side = LateralityAgrees.sideAt(words, after);
      if (side != null) {
        return Optional.of(side);
      }
    }
    return Optional.empty();
  }
}
