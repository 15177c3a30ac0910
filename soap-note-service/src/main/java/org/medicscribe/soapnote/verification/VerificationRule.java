package org.medicscribe.soapnote.verification;

import java.util.List;

/** One way in which a statement can say what its evidence does not. Stateless and pure. */
interface VerificationRule {

  /** Stable, in kebab case; shown to users and stored with the note. */
  String name();

  /** Empty when the rule has nothing against it, or nothing to do with it. */
  List<Objection> check(Claim claim);
}
