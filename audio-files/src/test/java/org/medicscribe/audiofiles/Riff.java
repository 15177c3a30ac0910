package org.medicscribe.audiofiles;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Writes wave files as programs and recorders do, with lengths that are right or not. */
public final class Riff {

  public static final int CLOCK = 16_000;
  public static final int PCM = 1;
  public static final int UNKNOWN = -1;

  private Riff() {}

  /** A whole file of the recording's own format. */
  public static byte[] of(byte[] pcm) {
    return file(format(PCM, 16, 1, CLOCK), chunk("data", pcm));
  }

  public static byte[] file(byte[]... chunks) {
    byte[] body = joined(chunks);
    return sized("RIFF", body.length + 4, body);
  }

  public static byte[] sized(String kind, int size, byte[]... chunks) {
    return joined(ascii(kind), number(size), ascii("WAVE"), joined(chunks));
  }

  public static byte[] format(int tag, int bits, int channels, int rate, byte... extension) {
    return format(tag, bits, channels, rate, bits / 8 * channels, extension);
  }

  public static byte[] format(
      int tag, int bits, int channels, int rate, int blockBytes, byte... extension) {
    ByteBuffer fields = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    fields.putShort((short) tag).putShort((short) channels).putInt(rate);
    fields.putInt(rate * blockBytes).putShort((short) blockBytes).putShort((short) bits);
    return chunk("fmt ", joined(fields.array(), extension));
  }

  public static byte[] chunk(String name, byte[] content) {
    return joined(chunk(name, content, content.length), new byte[content.length % 2]);
  }

  public static byte[] chunk(String name, byte[] content, int size) {
    return joined(ascii(name), number(size), content);
  }

  public static byte[] number(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  public static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  public static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Something like speech, so that it does not look like anything else. */
  public static byte[] speech(int samples, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ByteBuffer pcm = ByteBuffer.allocate(samples * 2).order(ByteOrder.LITTLE_ENDIAN);
    double value = 0;
    for (int i = 0; i < samples; i++) {
      value = 0.95 * value + random.nextDouble(-900, 900);
      pcm.putShort((short) value);
    }
    return pcm.array();
  }
}
