package org.medicscribe.simulators.ruler;

import java.nio.ByteBuffer;

/**
 * Audio (PCM16LE, 16 kHz, mono) in which every stretch of 31 samples tells its session and
 * position.
 *
 * <p>Any number of signals may be read from several threads; one signal belongs to one thread.
 */
public final class RulerSignal {

  public static final int SAMPLES_PER_SECOND = 16_000;
  public static final int BYTES_PER_SAMPLE = 2;
  public static final int MAX_SESSION = 0xFF_FFFF;

  /** The number of a block has 32 bits. */
  static final long MAX_SAMPLES = (1L << 32) * RulerBlock.SAMPLES;

  private final int session;
  private final short[] block = new short[RulerBlock.SAMPLES];

  public RulerSignal(int session) {
    if (session < 0 || session > MAX_SESSION) {
      throw new IllegalArgumentException("a ruler session has 24 bits: " + session);
    }
    this.session = session;
  }

  public int session() {
    return session;
  }

  /** Fills {@code target} with the audio from position {@code from} on; allocates nothing. */
  public void write(long from, ByteBuffer target) {
    write(from, target.remaining() / BYTES_PER_SAMPLE, target);
  }

  /** Appends {@code samples} samples from position {@code from} on; allocates nothing. */
  public void write(long from, int samples, ByteBuffer target) {
    if (from < 0 || from + samples > MAX_SAMPLES) {
      throw new IllegalArgumentException("outside the ruler: " + from);
    }
    long end = from + samples;
    for (long position = from; position < end; position++) {
      int offset = (int) (position % RulerBlock.SAMPLES);
      if (offset == 0 || position == from) {
        RulerBlock.write(session, position / RulerBlock.SAMPLES, block);
      }
      short sample = block[offset];
      target.put((byte) sample).put((byte) (sample >>> 8));
    }
  }

  /** A new array with the audio of {@code samples} samples from position {@code from} on. */
  public byte[] pcm(long from, int samples) {
    byte[] pcm = new byte[samples * BYTES_PER_SAMPLE];
    write(from, ByteBuffer.wrap(pcm));
    return pcm;
  }
}
