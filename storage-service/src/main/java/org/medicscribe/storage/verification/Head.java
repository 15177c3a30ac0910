package org.medicscribe.storage.verification;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * Where the audit trail of a clinic stood.
 *
 * @param hash of the last entry, in hexadecimal digits
 * @param takenOver whether entries up to here may be of the first release, which had no key
 */
@RegisterForReflection
record Head(Instant at, String tenant, long entries, String hash, boolean takenOver) {

  static Head of(Instant at, String tenant, long entries, byte[] hash, boolean takenOver) {
    return new Head(at, tenant, entries, HexFormat.of().formatHex(hash), takenOver);
  }

  /** What its seal covers. */
  List<String> fields() {
    return List.of(
        at.toString(), tenant, Long.toString(entries), hash, Boolean.toString(takenOver));
  }
}
