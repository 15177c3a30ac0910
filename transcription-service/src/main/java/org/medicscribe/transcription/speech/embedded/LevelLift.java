package org.medicscribe.transcription.speech.embedded;

/**
 * Lifts a recording that is quiet from beginning to end to the level of ordinary talk, before
 * anything listens to it. It goes by the loudest fiftieth of all that was heard so far: a recording
 * in which somebody speaks as loud as usual is left alone for good, its pauses and its noise too.
 *
 * <p>What it does to a frame depends on the frames up to it, never on when they came.
 */
final class LevelLift {

  /** Louder talk than this is understood as it is. */
  private static final double LOUD_ENOUGH = -38;

  /** Where quiet talk is lifted to. */
  private static final double ORDINARY = -26;

  /** The steps of 16 bits are as loud as this; below, there is nothing to understand. */
  private static final double NOTHING = -78;

  private static final double MOST = 46;

  /** Talk makes up more of any visit; a door that slams makes up less. */
  private static final double LOUD_SHARE = 0.02;

  /** Shorter is a click. */
  private static final int FEWEST_FRAMES = 3;

  /** How fast it goes up, in decibels from one frame to the next; down it goes at once. */
  private static final double RISE = 1;

  private static final int LEVELS = 100;

  /** Frames by their level in whole decibels below full scale. */
  private final int[] frames = new int[LEVELS];

  private int heard;
  private double decibels;

  /**
   * The factor that this frame is to be multiplied with, at its end.
   *
   * @param meanSquare of the next frame as it came, full scale being one
   */
  float factorFor(float meanSquare) {
    double level = 10 * Math.log10(Math.max(1e-10, meanSquare));
    frames[(int) Math.clamp(-level, 0, LEVELS - 1)]++;
    heard++;
    double wanted = Math.min(liftOf(loudest()), Math.max(0, ORDINARY - level));
    decibels = level >= LOUD_ENOUGH ? 0 : Math.min(wanted, decibels + RISE);
    return (float) Math.pow(10, decibels / 20);
  }

  private static double liftOf(double loudest) {
    boolean isQuiet = loudest < LOUD_ENOUGH && loudest > NOTHING;
    return isQuiet ? Math.min(MOST, ORDINARY - loudest) : 0;
  }

  /** The level that the loudest frames reach. */
  private double loudest() {
    double needed = Math.max(FEWEST_FRAMES, heard * LOUD_SHARE);
    int louder = 0;
    for (int level = 0; level < LEVELS; level++) {
      louder += frames[level];
      if (louder >= needed) {
        return -level;
      }
    }
    return -LEVELS;
  }
}
