package org.medicscribe.storage.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which seals were confirmed over which bytes: that does not change, and a hash is a tenth of the
 * work of a signature. Thread-safe.
 */
final class ConfirmedSeals {

  /** Some 1.5 MB. */
  private static final int MOST = 10_000;

  private final Map<ByteBuffer, Boolean> confirmed =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Boolean> eldest) {
          return size() > MOST;
        }
      };

  boolean has(Seal seal, byte[] form) {
    ByteBuffer both = both(seal, form);
    synchronized (confirmed) {
      return confirmed.get(both) != null;
    }
  }

  void add(Seal seal, byte[] form) {
    ByteBuffer both = both(seal, form);
    synchronized (confirmed) {
      confirmed.put(both, Boolean.TRUE);
    }
  }

  private static ByteBuffer both(Seal seal, byte[] form) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(seal.keyId().getBytes(StandardCharsets.UTF_8));
      sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(seal.value().length).flip());
      sha256.update(seal.value());
      return ByteBuffer.wrap(sha256.digest(form));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
