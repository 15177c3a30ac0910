package org.medicscribe.storage.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.medicscribe.events.SampleIndex;

/** The RIFF header in front of the samples of a recording. */
final class WavHeader {

  static final int BYTES = 44;

  private static final short PCM = 1;
  private static final short MONO = 1;
  private static final short BITS = SampleIndex.BYTES * 8;

  private WavHeader() {}

  /** A file of {@code samples} samples; up to 18 hours fit. */
  static byte[] of(long samples) {
    int data = Math.toIntExact(samples * SampleIndex.BYTES);
    return ByteBuffer.allocate(BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(ascii("RIFF"))
        .putInt(BYTES - 8 + data)
        .put(ascii("WAVE"))
        .put(ascii("fmt "))
        .putInt(16)
        .putShort(PCM)
        .putShort(MONO)
        .putInt(SampleIndex.PER_SECOND)
        .putInt(SampleIndex.PER_SECOND * SampleIndex.BYTES)
        .putShort((short) SampleIndex.BYTES)
        .putShort(BITS)
        .put(ascii("data"))
        .putInt(data)
        .array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
