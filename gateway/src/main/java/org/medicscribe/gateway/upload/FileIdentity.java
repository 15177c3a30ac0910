package org.medicscribe.gateway.upload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells one file from another before all of it is here, so that an upload that broke off is only
 * continued by the same file: by how it begins, the lengths in its header included. Two files that
 * begin alike for so long are copies of each other.
 *
 * @param recorderId the name under which the file claims to be the recorder
 * @param file all of the file, what was looked at included
 */
record FileIdentity(String recorderId, InputStream file) {

  /** Some six seconds of the widest usual format, minutes of a compressed one. */
  private static final int LOOKED_AT = 1024 * 1024;

  private static final int NAME_BYTES = 16;

  /** Reads the beginning of the file. */
  static FileIdentity read(InputStream file) throws IOException {
    byte[] beginning = file.readNBytes(LOOKED_AT);
    byte[] digest = sha256().digest(beginning);
    return new FileIdentity(
        "upload-" + HexFormat.of().formatHex(digest, 0, NAME_BYTES),
        new SequenceInputStream(new ByteArrayInputStream(beginning), file));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has it", e);
    }
  }
}
