package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.Quantities;
import org.medicscribe.soapnote.reading.Quantity;

/** "No more than 4 g a day" is not written as "4 g a day": a limit of a dose stays one. */
final class LimitsAgree implements VerificationRule {

  private static final Set<String> DOSES =
      Set.of("mg", "mcg", "g", "ml", "iu", "meq", "tablet", "capsule", "puff", "drop", "spray");

  /** How a limit is told, in words before its number. */
  private static final List<List<String>> LIMITS =
      List.of(
          List.of("no", "more", "than"),
          List.of("not", "more", "than"),
          List.of("n't", "more", "than"),
          List.of("at", "most"),
          List.of("maximum"),
          List.of("max"),
          List.of("not", "exceed"),
          List.of("don't", "exceed"),
          List.of("never", "exceed"),
          List.of("never", "more", "than"),
          List.of("less", "than"),
          List.of("up", "to"),
          List.of("no", "mas", "de"),
          List.of("maximo"),
          List.of("hasta"));

  private static final Set<String> LIMITING =
      Set.of(
          "more", "most", "maximum", "max", "exceed", "less", "up", "limit", "below", "under",
          "within", "mas", "maximo", "hasta", "menos");

  /** "Increased up to 10 mg" is no limit. */
  private static final Pattern RAISING =
      Pattern.compile("(?:increas|rais|go|bump|mov|titrat|bring|brought|back|step)\\w*|went");

  /** Words between a limit and its number. */
  private static final int BETWEEN = 2;

  @Override
  public String name() {
    return "limits-agree";
  }

  @Override
  public List<Objection> check(Claim claim) {
    if (claim.words().stream().anyMatch(LIMITING::contains)) {
      return List.of();
    }
    List<Objection> objections = new ArrayList<>();
    for (Quantity written : claim.quantities().written()) {
      if (written.unit().filter(DOSES::contains).isPresent() && isOnlyALimit(written, claim)) {
        objections.add(Objection.failure(NumbersAgree.wordsOf(claim, written)));
      }
    }
    return objections;
  }

  private static boolean isOnlyALimit(Quantity written, Claim claim) {
    boolean limit = false;
    for (Sentence sentence : claim.context()) {
      for (Quantity said : Quantities.in(sentence.words(), NoteLanguage.ENGLISH)) {
        boolean same =
            said.unit().equals(written.unit())
                && said.number().readings().stream()
                    .anyMatch(written.number().readings()::contains);
        if (same && !isLimited(sentence.words(), said.from())) {
          return false;
        }
        limit |= same;
      }
    }
    return limit;
  }

  private static boolean isLimited(List<String> words, int number) {
    for (List<String> limit : LIMITS) {
      for (int end = number; end >= Math.max(0, number - BETWEEN); end--) {
        int from = end - limit.size();
        boolean raised = from > 0 && RAISING.matcher(words.get(from - 1)).matches();
        if (from >= 0 && !raised && words.subList(from, end).equals(limit)) {
          return true;
        }
      }
    }
    return false;
  }
}
