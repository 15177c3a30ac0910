package org.medicscribe.devstack.client;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes WAV files. */
final class Wav {

  private static final int HEADER = 44;

  private Wav() {}

  static byte[] bytes(WavFile.Format format, byte[] data) {
    int frame = format.channels() * format.bits() / 8;
    return ByteBuffer.allocate(HEADER + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(HEADER - 8 + data.length)
        .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
        .putInt(16)
        .putShort((short) format.codec())
        .putShort((short) format.channels())
        .putInt(format.rate())
        .putInt(format.rate() * frame)
        .putShort((short) frame)
        .putShort((short) format.bits())
        .put("data".getBytes(StandardCharsets.US_ASCII))
        .putInt(data.length)
        .put(data)
        .array();
  }
}
