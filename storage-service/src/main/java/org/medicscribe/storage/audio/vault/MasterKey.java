package org.medicscribe.storage.audio.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.medicscribe.events.EncounterId;

/** Wraps the data keys of recordings; never leaves the process and is never in the database. */
public final class MasterKey {

  static final int BYTES = 32;

  private final Aead keyEncryption;

  private MasterKey(Aead keyEncryption) {
    this.keyEncryption = keyEncryption;
  }

  /**
   * Reads a key per line.
   *
   * @throws IllegalStateException for anything but Base64 of 32 bytes; the message shows no key
   */
  static MasterKey of(List<String> lines) {
    List<byte[]> keys =
        lines.stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .map(MasterKey::decode)
            .toList();
    if (keys.isEmpty()) {
      throw new IllegalStateException("The master key file is empty; restore it from its backup.");
    }
    try {
      AeadConfig.register();
      KeysetHandle.Builder keyset = KeysetHandle.newBuilder();
      for (byte[] key : keys) {
        KeysetHandle.Builder.Entry entry = KeysetHandle.importKey(key(key));
        keyset.addEntry(key == keys.getFirst() ? entry.makePrimary() : entry);
      }
      return new MasterKey(keyset.build().getPrimitive(RegistryConfiguration.get(), Aead.class));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The master key cannot be used", e);
    }
  }

  /** A new data key, as it may be kept in the database. */
  public String newDataKey(EncounterId encounterId) {
    try {
      KeysetHandle key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
      return TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
          key, keyEncryption, associatedData(encounterId));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a data key cannot be made", e);
    }
  }

  /**
   * The data key of a recording.
   *
   * @throws IllegalStateException when it was wrapped by a master key that is not in the file
   */
  public DataKey unwrap(EncounterId encounterId, String wrapped) {
    try {
      KeysetHandle key =
          TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
              wrapped, keyEncryption, associatedData(encounterId));
      return new DataKey(key.getPrimitive(RegistryConfiguration.get(), Aead.class));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "The master key does not open the key of recording " + encounterId, e);
    }
  }

  private static byte[] decode(String line) {
    try {
      byte[] key = Base64.getDecoder().decode(line);
      if (key.length == BYTES) {
        return key;
      }
    } catch (IllegalArgumentException notBase64) {
      // Said below, without what stands in the file.
    }
    throw new IllegalStateException(
        "The master key file must hold 32 bytes as Base64 in each line (openssl rand -base64 32).");
  }

  @AccessesPartialKey
  private static AesGcmKey key(byte[] key) throws GeneralSecurityException {
    AesGcmParameters parameters =
        AesGcmParameters.builder()
            .setKeySizeBytes(BYTES)
            .setIvSizeBytes(12)
            .setTagSizeBytes(16)
            .setVariant(AesGcmParameters.Variant.TINK)
            .build();
    // The id tells which line wrapped a data key; it follows from the key, so lines may move.
    int id = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key)).getInt();
    return AesGcmKey.builder()
        .setParameters(parameters)
        .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
        .setIdRequirement(id)
        .build();
  }

  private static byte[] associatedData(EncounterId encounterId) {
    return encounterId.toString().getBytes(StandardCharsets.UTF_8);
  }
}
