package org.medicscribe.storage.verification;

import java.util.List;
import java.util.Map;
import org.medicscribe.storage.proof.Finding;
import org.medicscribe.storage.proof.SealedRecord;

/**
 * What a verification of the whole record has found.
 *
 * @param entries of the audit trail
 * @param withoutKey entries of the first release, which no key stands for
 * @param sealed records by kind
 * @param findings the first ones, if there are very many
 */
record Report(
    long entries, long withoutKey, Map<SealedRecord, Long> sealed, List<Finding> findings) {

  /** What is said about more than this is that there is more. */
  static final int MOST_FINDINGS = 1000;

  Report {
    sealed = Map.copyOf(sealed);
    findings = List.copyOf(findings.subList(0, Math.min(findings.size(), MOST_FINDINGS)));
  }

  boolean isClean() {
    return findings.isEmpty();
  }
}
