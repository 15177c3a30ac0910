package org.medicscribe.storage.proof;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.medicscribe.storage.proof.Finding.Fault;

/** Holds what is read against its seal, and what is kept against what the audit trail tells of. */
public final class Proof {

  private final SigningKeys keys;

  public Proof(SigningKeys keys) {
    this.keys = keys;
  }

  /** A sealed record as it is read; without a seal when that is gone. */
  public record Sealed(
      SealedRecord kind,
      UUID encounterId,
      String record,
      List<@Nullable String> fields,
      @Nullable Seal seal) {
    @Override
    public String toString() {
      return "Sealed[" + kind + " " + record + "]";
    }
  }

  public Seal seal(SealedRecord kind, List<@Nullable String> fields) {
    return keys.seal(SealedForm.of(kind.name(), fields));
  }

  public Optional<Finding> check(Sealed sealed) {
    return check(sealed, keys::confirm);
  }

  /** The same by a memory of what was confirmed before. */
  Optional<Finding> check(Sealed sealed, ConfirmedSeals before) {
    return check(
        sealed,
        (seal, form) -> {
          boolean holds = before.has(seal, form) || keys.confirm(seal, form);
          if (holds) {
            before.add(seal, form);
          }
          return holds;
        });
  }

  private static Optional<Finding> check(Sealed sealed, BiPredicate<Seal, byte[]> confirming) {
    Seal seal = sealed.seal();
    if (seal != null
        && confirming.test(seal, SealedForm.of(sealed.kind().name(), sealed.fields()))) {
      return Optional.empty();
    }
    Fault fault = seal == null ? Fault.UNSEALED : Fault.CHANGED;
    return Optional.of(new Finding(sealed.kind().part(), where(sealed), fault));
  }

  /** For a pair of numbers that are not the same. */
  public static Finding unequal(UUID encounterId, String trace, long told, long kept) {
    return new Finding(
        SealedRecord.partOf(trace),
        "visit " + encounterId + ", " + trace.toLowerCase(Locale.ROOT),
        told > kept ? Fault.MISSING : Fault.UNKNOWN);
  }

  private static String where(Sealed sealed) {
    return sealed.kind() == SealedRecord.NOTE
        ? "visit " + sealed.encounterId()
        : "visit " + sealed.encounterId() + ", " + sealed.record();
  }
}
