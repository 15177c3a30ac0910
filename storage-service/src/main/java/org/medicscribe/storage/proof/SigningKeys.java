package org.medicscribe.storage.proof;

import com.google.crypto.tink.subtle.Ed25519Sign;
import com.google.crypto.tink.subtle.Ed25519Verify;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that records are sealed with (Ed25519) and the audit trail is chained with
 * (HMAC-SHA-256). The first one makes, every one confirms. They never leave the process and are
 * never in the database. Safe for use by several threads.
 */
public final class SigningKeys {

  static final int BYTES = 32;

  private static final String MAC = "HmacSHA256";
  private static final byte[] MAC_LABEL =
      "medic-scribe audit chain".getBytes(StandardCharsets.UTF_8);
  private static final int ID_BYTES = 8;

  private record Key(String id, Ed25519Sign signer, Ed25519Verify verifier, SecretKeySpec macKey) {}

  private final List<Key> keys;

  private SigningKeys(List<Key> keys) {
    this.keys = keys;
  }

  /**
   * Reads a key per line.
   *
   * @throws IllegalStateException for anything but Base64 of 32 bytes; the message shows no key
   */
  public static SigningKeys of(List<String> lines) {
    List<Key> keys = new ArrayList<>();
    for (String line : lines) {
      if (!line.isBlank()) {
        keys.add(key(decode(line.strip())));
      }
    }
    if (keys.isEmpty()) {
      throw new IllegalStateException("The signing key file is empty; restore it from its backup.");
    }
    return new SigningKeys(List.copyOf(keys));
  }

  public Seal seal(byte[] form) {
    Key key = keys.getFirst();
    try {
      return new Seal(key.id(), key.signer().sign(form));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a record cannot be sealed", e);
    }
  }

  /** Whether one of the keys made the seal over exactly these bytes. */
  public boolean confirm(Seal seal, byte[] form) {
    return keys.stream()
        .filter(key -> key.id().equals(seal.keyId()))
        .anyMatch(key -> confirms(key, seal.value(), form));
  }

  /** Ties an entry of a chain to the keys: who has the database alone cannot make it. */
  public byte[] mac(byte[] form) {
    return mac(keys.getFirst(), form);
  }

  /** Whether one of the keys made it over exactly these bytes. */
  public boolean confirmMac(byte[] mac, byte[] form) {
    return keys.stream().anyMatch(key -> MessageDigest.isEqual(mac, mac(key, form)));
  }

  private static boolean confirms(Key key, byte[] signature, byte[] form) {
    try {
      key.verifier().verify(signature, form);
      return true;
    } catch (GeneralSecurityException another) {
      return false;
    }
  }

  private static byte[] mac(Key key, byte[] form) {
    return hmac(key.macKey(), form);
  }

  private static Key key(byte[] seed) {
    try {
      Ed25519Sign.KeyPair pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(pair.getPublicKey());
      return new Key(
          HexFormat.of().formatHex(Arrays.copyOf(digest, ID_BYTES)),
          new Ed25519Sign(pair.getPrivateKey()),
          new Ed25519Verify(pair.getPublicKey()),
          // A key of its own: no key does two jobs.
          new SecretKeySpec(hmac(new SecretKeySpec(seed, MAC), MAC_LABEL), MAC));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The signing key cannot be used", e);
    }
  }

  private static byte[] hmac(SecretKeySpec key, byte[] bytes) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + MAC, e);
    }
  }

  private static byte[] decode(String line) {
    try {
      byte[] seed = Base64.getDecoder().decode(line);
      if (seed.length == BYTES) {
        return seed;
      }
    } catch (IllegalArgumentException notBase64) {
      // Said below, without what stands in the file.
    }
    throw new IllegalStateException(
        "The signing key file must hold 32 bytes as Base64 in each line (openssl rand -base64 32).");
  }
}
