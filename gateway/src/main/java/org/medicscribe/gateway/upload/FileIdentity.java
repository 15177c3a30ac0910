package org.medicscribe.gateway.upload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells one file from another before all of it is here, so that an upload that broke off is only
 * continued by the same file: by its format, its length and how its samples begin. Two recordings
 * of the same length that begin alike for so long are copies of each other.
 *
 * @param recorderId the name under which the file claims to be the recorder
 * @param samples all samples of the file, those that were looked at included
 */
record FileIdentity(String recorderId, InputStream samples) {

  /** Some six seconds of the widest usual format, half a minute of the recording's own. */
  private static final int LOOKED_AT = 1024 * 1024;

  private static final int NAME_BYTES = 16;

  /** Reads the beginning of the samples, which the header stands before. */
  static FileIdentity read(WavHeader.Readable header, InputStream file) throws IOException {
    byte[] beginning = file.readNBytes(LOOKED_AT);
    MessageDigest digest = sha256();
    digest.update((header.format() + " " + header.dataBytes()).getBytes(StandardCharsets.UTF_8));
    digest.update(beginning);
    return new FileIdentity(
        "upload-" + HexFormat.of().formatHex(digest.digest(), 0, NAME_BYTES),
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
