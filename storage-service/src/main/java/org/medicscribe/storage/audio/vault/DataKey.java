package org.medicscribe.storage.audio.vault;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** Encrypts the windows of one recording (AES-256-GCM, a fresh nonce each time). */
public final class DataKey {

  private final Aead aead;

  DataKey(Aead aead) {
    this.aead = aead;
  }

  byte[] encrypt(WindowKey key, byte[] plain) {
    try {
      return aead.encrypt(plain, key.associatedData());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a window cannot be encrypted", e);
    }
  }

  /** Empty when a single bit, the place or the key is not as it was. */
  Optional<byte[]> decrypt(WindowKey key, byte[] encrypted) {
    try {
      return Optional.of(aead.decrypt(encrypted, key.associatedData()));
    } catch (GeneralSecurityException damaged) {
      return Optional.empty();
    }
  }
}
