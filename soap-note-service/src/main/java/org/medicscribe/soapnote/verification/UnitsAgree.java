package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.medicscribe.soapnote.reading.Quantities;
import org.medicscribe.soapnote.reading.Quantity;

/**
 * A number keeps the unit it was said with. A unit that nobody said ("take twenty") is a doubt,
 * unless it goes without saying, as with blood pressure.
 */
final class UnitsAgree implements VerificationRule {

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
    return objections;
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
