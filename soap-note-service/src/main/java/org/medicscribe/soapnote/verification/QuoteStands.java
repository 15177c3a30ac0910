package org.medicscribe.soapnote.verification;

import java.util.List;
import java.util.stream.Stream;

/** The quoted words were spoken, in the line that is named. */
final class QuoteStands implements VerificationRule {

  @Override
  public String name() {
    return "quote-stands";
  }

  @Override
  public List<Objection> check(Claim claim) {
    return claim.quotations().stream().flatMap(QuoteStands::objection).toList();
  }

  private static Stream<Objection> objection(Quotation quotation) {
    return switch (quotation) {
      case Quotation.Standing standing -> Stream.empty();
      case Quotation.Elsewhere elsewhere ->
          Stream.of(Objection.doubt(elsewhere.citation().quote()));
      case Quotation.NeverSaid never -> Stream.of(Objection.failure(never.citation().quote()));
      case Quotation.Nowhere nowhere -> Stream.of(Objection.failure(nowhere.citation().quote()));
    };
  }
}
