package org.medicscribe.storage.verification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.medicscribe.storage.audit.AuditChain;
import org.medicscribe.storage.proof.Finding;
import org.medicscribe.storage.proof.Finding.Fault;
import org.medicscribe.storage.proof.Finding.Part;

/** Goes through the audit trail of one clinic, entry by entry, and says which do not hold. */
final class ChainCheck {

  private final String tenant;
  private final AuditChain chain;
  private final Map<Long, String> heads = new HashMap<>();
  private final long takenOver;
  private final long written;
  private final List<Finding> findings = new ArrayList<>();

  private long last;
  private long withoutKey;
  private byte[] previous = AuditChain.start();

  /** A run of entries that do not hold, told as one. */
  private long brokenFrom;

  /**
   * @param heads of this clinic, as they were written down
   */
  ChainCheck(String tenant, AuditChain chain, List<Head> heads) {
    this.tenant = tenant;
    this.chain = chain;
    heads.forEach(head -> this.heads.put(head.entries(), head.hash()));
    this.takenOver =
        heads.stream().filter(Head::takenOver).mapToLong(Head::entries).max().orElse(0);
    this.written = heads.stream().mapToLong(Head::entries).max().orElse(0);
  }

  /** The next entry, in the order of their numbers. */
  void entry(long number, List<String> fields, byte[] hash) {
    if (number > last + 1) {
      endRun();
      missing(last + 1, number - 1);
    }
    if (holds(number, fields, hash) && isAsWrittenDown(number, hash)) {
      endRun();
    } else if (brokenFrom == 0) {
      brokenFrom = number;
    }
    last = number;
    previous = hash;
  }

  /** The end, where the database says that the trail stands at so many entries and this hash. */
  void end(long entries, byte[] hash) {
    endRun();
    long expected = Math.max(entries, written);
    if (expected > last) {
      missing(last + 1, expected);
    }
    if (entries < last || entries == last && !Arrays.equals(hash, previous)) {
      findings.add(new Finding(Part.AUDIT, "clinic " + tenant + ", head", Fault.CHANGED));
    }
  }

  List<Finding> findings() {
    return findings;
  }

  /** How many entries no key stands for: those of the first release. */
  long withoutKey() {
    return withoutKey;
  }

  private boolean holds(long number, List<String> fields, byte[] hash) {
    if (chain.holds(hash, previous, number, fields)) {
      return true;
    }
    if (number <= takenOver && AuditChain.heldWithoutKey(hash, previous, number, fields)) {
      withoutKey++;
      return true;
    }
    return false;
  }

  private boolean isAsWrittenDown(long number, byte[] hash) {
    String head = heads.get(number);
    return head == null || head.equals(HexFormat.of().formatHex(hash));
  }

  private void endRun() {
    if (brokenFrom > 0) {
      findings.add(new Finding(Part.AUDIT, entries(brokenFrom, last), Fault.CHANGED));
      brokenFrom = 0;
    }
  }

  private void missing(long from, long to) {
    findings.add(new Finding(Part.AUDIT, entries(from, to), Fault.MISSING));
  }

  private String entries(long from, long to) {
    return from == to
        ? "clinic %s, entry %d".formatted(tenant, from)
        : "clinic %s, entries %d to %d".formatted(tenant, from, to);
  }
}
