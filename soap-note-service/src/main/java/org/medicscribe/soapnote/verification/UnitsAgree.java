package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.medicscribe.soapnote.reading.Quantities;
import org.medicscribe.soapnote.reading.Quantity;

/**
 * A number keeps the unit it was said with. A unit that nobody said ("take twenty") is a doubt,
 * unless it goes without saying, as with blood pressure.
 */
final class UnitsAgree implements VerificationRule {

  private static final Set<String> VAGUE = Set.of("few", "several", "some", "many");
  private static final Map<String, String> UNITS_OF_TIME =
      Map.of(
          "minutes", "minute", "minute", "minute", "hours", "hour", "hour", "hour", "days", "day",
          "day", "day", "weeks", "week", "week", "week", "months", "month", "years", "year");

  @Override
  public String name() {
    return "units-agree";
  }

  @Override
  public List<Objection> check(Claim claim) {
    ClaimQuantities quantities = claim.quantities();
    List<Objection> objections = new ArrayList<>();
    for (Quantity written : quantities.written()) {
      written
          .unit()
          .flatMap(unit -> objection(claim, written, unit, quantities.spoken()))
          .ifPresent(objections::add);
    }
    for (String unit : Quantities.uncounted(claim.words(), claim.language())) {
      if (isOnlyHalf(unit, quantities.spoken())) {
        objections.add(Objection.failure(unit));
      }
    }
    vagueUnit(claim).map(Objection::failure).ifPresent(objections::add);
    return objections;
  }

  /** "For a few weeks" where only days were spoken of. */
  private static Optional<String> vagueUnit(Claim claim) {
    List<String> words = claim.words();
    for (int at = 1; at < words.size(); at++) {
      String unit = UNITS_OF_TIME.getOrDefault(words.get(at), "");
      if (!unit.isEmpty() && VAGUE.contains(words.get(at - 1)) && !isSaid(unit, claim)) {
        return Optional.of(words.get(at - 1) + " " + words.get(at));
      }
    }
    return Optional.empty();
  }

  private static boolean isSaid(String unit, Claim claim) {
    Set<String> said =
        claim.context().stream()
            .flatMap(sentence -> sentence.words().stream())
            .filter(UNITS_OF_TIME::containsKey)
            .map(UNITS_OF_TIME::get)
            .collect(Collectors.toSet());
    return said.isEmpty() || said.contains(unit);
  }

  /** "Half a tablet" is not "tablet". */
  private static boolean isOnlyHalf(String unit, List<Quantity> spoken) {
    List<Quantity> said =
        spoken.stream().filter(quantity -> quantity.unit().equals(Optional.of(unit))).toList();
    return !said.isEmpty()
        && said.stream().allMatch(quantity -> quantity.number().readings().contains("0.5"));
  }

  private static Optional<Objection> objection(
      Claim claim, Quantity written, String unit, List<Quantity> spoken) {
    List<Optional<String>> units =
        spoken.stream().filter(said -> sameNumber(written, said)).map(Quantity::unit).toList();
    boolean unitless = units.contains(Optional.<String>empty());
    if (units.isEmpty() || units.contains(Optional.of(unit))) {
      return Optional.empty();
    }
    String words = NumbersAgree.wordsOf(claim, written);
    if (!unitless) {
      return Optional.of(Objection.failure(words));
    }
    return Quantities.goesWithoutSaying(unit)
        ? Optional.empty()
        : Optional.of(Objection.doubt(words));
  }

  private static boolean sameNumber(Quantity written, Quantity said) {
    return !Collections.disjoint(written.number().readings(), said.number().readings());
  }
}
