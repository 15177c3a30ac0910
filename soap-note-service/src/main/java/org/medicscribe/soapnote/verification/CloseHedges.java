package org.medicscribe.soapnote.verification;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.medicscribe.soapnote.note.PlainWords;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.FunctionWords;
import org.medicscribe.soapnote.reading.Lexicon;
import org.medicscribe.soapnote.reading.Stems;

/**
 * The words that the evidence says only close behind "may be" or "possible": "a possible
 * contribution", "skin graft closure may be needed".
 */
final class CloseHedges {

  private static final Set<String> HEDGES = Lexicon.words("hedges.txt", "hedge");

  /** A clause with one of these claims nothing for sure, or is advice for what may come. */
  private static final Set<String> UNSURE = Lexicon.words("hedges.txt", "unsure");

  /** All of such a statement is said under a condition. */
  private static final Set<String> CONDITIONS = Set.of("if", "should", "when", "unless", "si");

  private static final Pattern CLAUSE = Pattern.compile("[.;,](?!\\d)");

  /** Between a hedge and its word. */
  private static final int REACH = 5;

  private final Claim claim;
  private final Set<String> hedged = new HashSet<>();
  private final Set<String> stated = new HashSet<>();

  CloseHedges(Claim claim) {
    this.claim = claim;
    for (Sentence sentence : claim.quoted()) {
      read(claim.visit().meant(sentence).words());
    }
  }

  /** A word that is written without a hedge and was said close behind one only. */
  Optional<String> dropped() {
    if (!claim.words().isEmpty() && CONDITIONS.contains(claim.words().getFirst())) {
      return Optional.empty();
    }
    return CLAUSE
        .splitAsStream(claim.text())
        .map(PlainWords::of)
        .filter(words -> words.stream().noneMatch(CloseHedges::isUnsure))
        .flatMap(words -> FunctionWords.removedFrom(words).stream())
        .filter(this::isOnlyHedged)
        .findFirst();
  }

  private static boolean isUnsure(String word) {
    return HEDGES.contains(word) || UNSURE.contains(word);
  }

  private boolean isOnlyHedged(String word) {
    String stem = Stems.of(List.of(word), claim.language()).getFirst();
    return hedged.contains(stem) && !stated.contains(stem);
  }

  private void read(List<String> words) {
    List<String> stems = Stems.of(words, claim.language());
    for (int at = 0; at < words.size(); at++) {
      if (!FunctionWords.contains(words.get(at)) || words.get(at).equals("needed")) {
        (isHedged(words, at) ? hedged : stated).add(stems.get(at));
      }
    }
  }

  /** Only words that tell nothing stand between; a number makes it "about so much". */
  private static boolean isHedged(List<String> words, int at) {
    if (Character.isDigit(words.get(at).charAt(0))) {
      return false;
    }
    for (int before = at - 1; before >= Math.max(0, at - REACH); before--) {
      if (HEDGES.contains(words.get(before))) {
        return true;
      }
      if (!FunctionWords.contains(words.get(before))) {
        return false;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "CloseHedges[" + hedged.size() + "]";
  }
}
