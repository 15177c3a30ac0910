package org.medicscribe.edge.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person of a clinic may do. */
public enum Role {
  /** Sees and keeps their own encounters. */
  CLINICIAN,
  /** Sees the audit trail, no patient content. */
  AUDITOR,
  /** Keeps the settings, no patient content. */
  ADMINISTRATOR;

  /** The name a token carries. */
  public String claim() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Role> ofClaim(String claim) {
    return Arrays.stream(values()).filter(role -> role.claim().equals(claim)).findFirst();
  }
}
