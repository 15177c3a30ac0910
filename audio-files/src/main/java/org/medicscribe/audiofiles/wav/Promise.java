package org.medicscribe.audiofiles.wav;

/**
 * Tells the lengths that a writer counted from those that it left behind because it did not know.
 */
final class Promise {

  private static final long WHOLE = 0xffff_ffffL;
  private static final long HALF = 0x7fff_ffffL;

  /** Programs take their header, or a rounding to whole blocks, off the largest number. */
  private static final long ROUNDING = 0x1_0000;

  private Promise() {}

  /** Whether somebody counted; zero and the neighbours of the largest numbers are placeholders. */
  static boolean isCounted(long size) {
    return size != 0 && !isBelow(size, WHOLE) && !isBelow(size, HALF) && size != HALF + 1;
  }

  private static boolean isBelow(long size, long largest) {
    return size <= largest && size > largest - ROUNDING;
  }
}
