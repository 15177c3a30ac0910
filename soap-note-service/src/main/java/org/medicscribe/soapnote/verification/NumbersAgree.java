package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.medicscribe.soapnote.reading.Quantity;

/** Every number of the statement is said in its evidence, in digits or in words. */
final class NumbersAgree implements VerificationRule {

  @Override
  public String name() {
    return "numbers-agree";
  }

  @Override
  public List<Objection> check(Claim claim) {
    ClaimQuantities quantities = claim.quantities();
    if (quantities.written().isEmpty()) {
      return List.of();
    }
    Set<String> spoken = quantities.spokenNumbers();
    NearestNumber nearest = new NearestNumber(claim);
    List<Objection> objections = new ArrayList<>();
    for (Quantity written : quantities.written()) {
      if (written.number().readings().stream().noneMatch(reading -> isSaid(reading, spoken))) {
        objections.add(Objection.failure(wordsOf(claim, written)));
      } else if (isOnlyApproximate(written, quantities.spoken())
          || nearest.isAnothers(written, quantities.written())) {
        objections.add(Objection.doubt(wordsOf(claim, written)));
      }
    }
    return objections;
  }

  /** A ratio is also said by saying both its numbers. */
  private static boolean isSaid(String reading, Set<String> spoken) {
    if (spoken.contains(reading)) {
      return true;
    }
    List<String> parts = ClaimQuantities.partsOf(reading);
    return spoken.containsAll(parts)
        && (parts.size() != 2 || spoken.stream().noneMatch(other -> sharesPart(other, parts)));
  }

  /** "Eleven out of ten" says ten, and still no ten out of ten. */
  private static boolean sharesPart(String other, List<String> parts) {
    List<String> others = ClaimQuantities.partsOf(other);
    return others.size() == 2
        && (others.getFirst().equals(parts.getFirst()) || others.getLast().equals(parts.getLast()));
  }

  /** "A couple of weeks" is not quite two. */
  private static boolean isOnlyApproximate(Quantity written, List<Quantity> spoken) {
    return written.number().readings().contains("2")
        && spoken.stream()
            .filter(quantity -> quantity.number().readings().contains("2"))
            .noneMatch(quantity -> quantity.number().certain())
        && spoken.stream().anyMatch(quantity -> quantity.number().readings().contains("2"));
  }

  static String wordsOf(Claim claim, Quantity quantity) {
    return String.join(" ", claim.words().subList(quantity.from(), quantity.to()));
  }
}
