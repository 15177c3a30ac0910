package org.medicscribe.storage.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.medicscribe.storage.proof.SigningKeys;

/**
 * Hashes that each cover an entry and the hash before it, made with a key that is not in the
 * database: no entry can change unnoticed, and who has the database alone cannot chain anew.
 */
public final class AuditChain {

  private static final int BYTES = 32;

  private final SigningKeys keys;

  public AuditChain(SigningKeys keys) {
    this.keys = keys;
  }

  /** Before the first entry of a clinic. */
  public static byte[] start() {
    return new byte[BYTES];
  }

  byte[] hash(byte[] previous, long number, AuditEntry entry) {
    return keys.mac(link(previous, number, entry.fields()));
  }

  /** Whether the hash is the one of these fields at this place; with a key of ours. */
  public boolean holds(byte[] hash, byte[] previous, long number, List<String> fields) {
    return keys.confirmMac(hash, link(previous, number, fields));
  }

  /** The same for an entry of the first release, which had no key. */
  public static boolean heldWithoutKey(
      byte[] hash, byte[] previous, long number, List<String> fields) {
    return MessageDigest.isEqual(hash, sha256().digest(link(previous, number, fields)));
  }

  private static byte[] link(byte[] previous, long number, List<String> fields) {
    List<byte[]> texts =
        fields.stream().map(field -> field.getBytes(StandardCharsets.UTF_8)).toList();
    int length =
        texts.stream()
            .mapToInt(text -> Integer.BYTES + text.length)
            .reduce(previous.length + Long.BYTES, Integer::sum);
    ByteBuffer link = ByteBuffer.allocate(length).put(previous).putLong(number);
    // The length stands before the text, so that no two entries read alike.
    texts.forEach(text -> link.putInt(text.length).put(text));
    return link.array();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
