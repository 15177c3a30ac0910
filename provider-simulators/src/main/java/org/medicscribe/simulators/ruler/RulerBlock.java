package org.medicscribe.simulators.ruler;

import java.util.Arrays;

/**
 * Sixteen samples (1 ms) that name their session and their own number and prove it.
 *
 * <p>Layout: eleven samples of checksum, the session, the number of the block, a fixed mark. All
 * but the mark are mixed with the number, so that a block follows no other than its true
 * predecessor unnoticed. A block is valid when it equals the block made from what it says.
 */
final class RulerBlock {

  static final int SAMPLES = 16;

  private static final short MARK = 0x2D65;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final int SESSION_LOW = 11;
  private static final int SESSION_HIGH = 12;
  private static final int NUMBER_HIGH = 13;
  private static final int NUMBER_LOW = 14;
  private static final int LAST = 15;

  private RulerBlock() {}

  static void write(int session, long number, short[] block) {
    long check = 0;
    for (int i = 0; i < SESSION_LOW; i++) {
      check = i % 4 == 0 ? mix(number + GOLDEN * (session + ((long) i << 32) + 1)) : check >>> 16;
      block[i] = (short) check;
    }
    short low = (short) number;
    block[SESSION_LOW] = (short) (session ^ mask(low, SESSION_LOW));
    block[SESSION_HIGH] = (short) ((session >>> 16) ^ mask(low, SESSION_HIGH));
    block[NUMBER_HIGH] = (short) ((number >>> 16) ^ mask(low, NUMBER_HIGH));
    block[NUMBER_LOW] = low;
    block[LAST] = MARK;
  }

  /** Whether the sixteen samples that end before {@code end} may be a block; cheap. */
  static boolean endsAt(short[] samples, int end) {
    return end >= SAMPLES && samples[end - 1] == MARK;
  }

  static int session(short[] samples, int from) {
    short low = samples[from + NUMBER_LOW];
    int high = (samples[from + SESSION_HIGH] ^ mask(low, SESSION_HIGH)) & 0xFFFF;
    return high << 16 | ((samples[from + SESSION_LOW] ^ mask(low, SESSION_LOW)) & 0xFFFF);
  }

  static long number(short[] samples, int from) {
    short low = samples[from + NUMBER_LOW];
    long high = (samples[from + NUMBER_HIGH] ^ mask(low, NUMBER_HIGH)) & 0xFFFFL;
    return high << 16 | (low & 0xFFFFL);
  }

  static boolean equalsAt(short[] block, short[] samples, int from) {
    return Arrays.equals(block, 0, SAMPLES, samples, from, from + SAMPLES);
  }

  private static short mask(short low, int index) {
    return (short) (low * 0x9E37 + index * 0x7F4B);
  }

  /** The finaliser of SplitMix64. */
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
