package org.medicscribe.gateway.upload;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes WAV files as recorders do. */
final class WavFiles {

  static final int PCM = 1;
  static final int FLOAT = 3;

  private WavFiles() {}

  static byte[] file(int tag, int bits, int channels, int rate, byte[] data) {
    return file(tag, bits, channels, rate, data, data.length);
  }

  /** A file that says its samples take {@code promised} bytes. */
  static byte[] file(int tag, int bits, int channels, int rate, byte[] data, int promised) {
    int frameBytes = bits / 8 * channels;
    ByteBuffer file = ByteBuffer.allocate(44 + data.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(36 + promised).put(ascii("WAVE"));
    file.put(ascii("fmt ")).putInt(16).putShort((short) tag).putShort((short) channels);
    file.putInt(rate).putInt(rate * frameBytes).putShort((short) frameBytes).putShort((short) bits);
    file.put(ascii("data")).putInt(promised).put(data);
    return file.array();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
