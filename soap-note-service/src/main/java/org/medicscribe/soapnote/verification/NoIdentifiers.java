package org.medicscribe.soapnote.verification;

import java.util.List;
import org.medicscribe.soapnote.reading.Identifiers;

/** Nothing in a note tells who somebody is: that stands in the record it is filed under. */
final class NoIdentifiers implements VerificationRule {

  /** Somebody said something before it; a statement answers no question for a name. */
  private static final String SOMETHING = "-";

  @Override
  public String name() {
    return "no-identifiers";
  }

  @Override
  public List<Objection> check(Claim claim) {
    return Identifiers.in(claim.text(), SOMETHING)
        ? List.of(Objection.failure(claim.text()))
        : List.of();
  }
}
