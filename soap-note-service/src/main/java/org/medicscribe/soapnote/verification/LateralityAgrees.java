package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.FunctionWords;

/**
 * Left, right and both sides are as said. A side that the evidence leaves open is a doubt if the
 * visit names that side elsewhere and never the other one.
 */
final class LateralityAgrees implements VerificationRule {

  enum Side {
    LEFT,
    RIGHT,
    BOTH
  }

  private static final Set<String> LEFT =
      Set.of("left", "leftward", "izquierdo", "izquierda", "izquierdos", "izquierdas");
  private static final Set<String> RIGHT =
      Set.of("right", "rightward", "derecho", "derecha", "derechos", "derechas");
  private static final Set<String> BOTH =
      Set.of("bilateral", "bilaterally", "both", "ambos", "ambas", "bilaterales", "bilateralmente");

  /** Before it, "right" is a side whatever follows: "the right", "my right". */
  private static final Set<String> POINTING =
      Set.of("the", "my", "your", "his", "her", "left", "or");

  private static final Set<String> NO_BODY_PART =
      Set.of("away", "there", "here", "direction", "track", "answer", "words", "time", "person");

  private static final Set<String> PAIRS =
      Set.of(
          "lungs",
          "ears",
          "eyes",
          "legs",
          "arms",
          "feet",
          "hands",
          "knees",
          "ankles",
          "hips",
          "wrists",
          "elbows",
          "shoulders",
          "breasts",
          "kidneys",
          "extremities",
          "calves",
          "pulmones",
          "oidos",
          "ojos",
          "piernas",
          "brazos",
          "pies",
          "manos",
          "rodillas",
          "tobillos");

  /** "All right": no side. */
  private static final Set<String> ALL = Set.of("all", "al");

  @Override
  public String name() {
    return "laterality-agrees";
  }

  @Override
  public List<Objection> check(Claim claim) {
    Set<Side> said = sidesIn(claim.context());
    List<Objection> objections = new ArrayList<>();
    List<String> words = claim.words();
    for (int at = 0; at < words.size(); at++) {
      Side side = sideAt(words, at);
      if (side != null && !words.get(at).equals("both") && !isSaid(side, said)) {
        if (side == Side.BOTH && said.isEmpty() && namesPair(claim)) {
          continue;
        }
        if (said.isEmpty() && isSaidOfThisPart(words, at, claim)) {
          continue;
        }
        boolean undisputed =
            said.isEmpty() && isOnlySide(side, sidesIn(claim.visit().transcript().sentences()));
        objections.add(
            undisputed ? Objection.doubt(words.get(at)) : Objection.failure(words.get(at)));
      }
    }
    return objections;
  }

  private static boolean isSaid(Side side, Set<Side> said) {
    return said.contains(side)
        || (side == Side.BOTH && said.containsAll(Set.of(Side.LEFT, Side.RIGHT)));
  }

  /** "Your lungs are clear": both of them. */
  private static boolean namesPair(Claim claim) {
    return claim.context().stream().anyMatch(s -> s.words().stream().anyMatch(PAIRS::contains));
  }

  /** The visit names this side of this part elsewhere, and never its other side. */
  private static boolean isSaidOfThisPart(List<String> words, int at, Claim claim) {
    if (at + 1 >= words.size()) {
      return false;
    }
    String part = words.get(at + 1);
    Set<Side> sides = EnumSet.noneOf(Side.class);
    for (Sentence sentence : claim.visit().transcript().sentences()) {
      for (int place = 1; place < sentence.words().size(); place++) {
        Side side = sideAt(sentence.words(), place - 1);
        if (side != null && sentence.words().get(place).equals(part)) {
          sides.add(side);
        }
      }
    }
    return sides.size() == 1 && sides.contains(sideAt(words, at));
  }

  private static boolean isOnlySide(Side side, Set<Side> anywhere) {
    return switch (side) {
      case LEFT -> anywhere.contains(Side.LEFT) && !anywhere.contains(Side.RIGHT);
      case RIGHT -> anywhere.contains(Side.RIGHT) && !anywhere.contains(Side.LEFT);
      case BOTH -> anywhere.contains(Side.BOTH);
    };
  }

  private static Set<Side> sidesIn(List<Sentence> sentences) {
    Set<Side> sides = EnumSet.noneOf(Side.class);
    for (Sentence sentence : sentences) {
      for (int at = 0; at < sentence.words().size(); at++) {
        Side side = sideAt(sentence.words(), at);
        if (side != null) {
          sides.add(side);
        }
      }
    }
    return sides;
  }

  static @Nullable Side sideAt(List<String> words, int at) {
    String word = words.get(at);
    if (LEFT.contains(word)) {
      return isVerbLeft(words, at) ? null : Side.LEFT;
    }
    if (RIGHT.contains(word)) {
      return word.equals("right") && !isSideRight(words, at) ? null : Side.RIGHT;
    }
    return BOTH.contains(word) ? Side.BOTH : null;
  }

  /** "He left the hospital", "nothing left". */
  private static boolean isVerbLeft(List<String> words, int at) {
    return at > 0
        && Set.of("he", "she", "i", "they", "we", "nothing", "you", "has", "have")
            .contains(words.get(at - 1));
  }

  /** "Right knee", not "right now", "that's right" or "all right let's see". */
  private static boolean isSideRight(List<String> words, int at) {
    String before = at > 0 ? words.get(at - 1) : "";
    String after = at + 1 < words.size() ? words.get(at + 1) : "";
    if (ALL.contains(before) || NO_BODY_PART.contains(after)) {
      return false;
    }
    boolean bodyPartFollows = !after.isEmpty() && !FunctionWords.contains(after);
    return bodyPartFollows || POINTING.contains(before);
  }
}
