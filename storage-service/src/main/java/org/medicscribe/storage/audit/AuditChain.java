package org.medicscribe.storage.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Hashes that each cover an entry and the hash before it: no entry can change unnoticed. */
final class AuditChain {

  /** Before the first entry of a clinic. */
  static final byte[] START = new byte[32];

  private AuditChain() {}

  static byte[] hash(byte[] previous, long number, AuditEntry entry) {
    MessageDigest sha256 = sha256();
    sha256.update(previous);
    sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    List<String> fields =
        List.of(
            entry.tenant(),
            entry.at().toString(),
            entry.actor(),
            entry.action().name(),
            entry.encounterId().toString(),
            entry.detail());
    for (String field : fields) {
      byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
      // The length stands before the text, so that no two entries read alike.
      sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      sha256.update(bytes);
    }
    return sha256.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
