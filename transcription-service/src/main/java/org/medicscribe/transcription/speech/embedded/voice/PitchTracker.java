package org.medicscribe.transcription.speech.embedded.voice;

/**
 * Finds the pitch of a voice by normalised autocorrelation: the shift at which a frame repeats
 * itself.
 */
final class PitchTracker {

  /** Half the stream's rate: voices have no pitch up there. */
  private static final int RATE = 8_000;

  private static final int FRAME = RATE * 40 / 1000;
  private static final int SHORTEST_PERIOD = RATE / 400;
  private static final int LONGEST_PERIOD = RATE / 60;

  /** Below this a frame is noise, or a consonant without a voice. */
  private static final double PERIODIC = 0.6;

  /** A shift of two periods matches as well as one: the first that is nearly the best counts. */
  private static final double NEARLY_BEST = 0.9;

  private static final double FAINTEST = 1e-5;

  private final float[] frame = new float[FRAME + LONGEST_PERIOD];
  private final double[] match = new double[LONGEST_PERIOD + 1];

  /** Samples at 16 kHz that {@link #pitchAt} looks at. */
  static int span() {
    return 2 * (FRAME + LONGEST_PERIOD);
  }

  /**
   * @return Hz, or 0 where there is no voice
   */
  double pitchAt(short[] audio, int offset) {
    for (int i = 0; i < frame.length; i++) {
      frame[i] = (audio[offset + 2 * i] + audio[offset + 2 * i + 1]) / 65_536f;
    }
    double energy = energy(0);
    if (energy / FRAME < FAINTEST) {
      return 0;
    }
    double best = 0;
    double shifted = energy(SHORTEST_PERIOD);
    for (int period = SHORTEST_PERIOD; period <= LONGEST_PERIOD; period++) {
      match[period] = product(period) / Math.sqrt(energy * shifted + Double.MIN_NORMAL);
      best = Math.max(best, match[period]);
      if (period < LONGEST_PERIOD) {
        shifted += square(frame[period + FRAME]) - square(frame[period]);
      }
    }
    return best < PERIODIC ? 0 : (double) RATE / firstPeak(best * NEARLY_BEST);
  }

  private int firstPeak(double threshold) {
    int period = SHORTEST_PERIOD;
    while (match[period] < threshold) {
      period++;
    }
    while (period < LONGEST_PERIOD && match[period + 1] > match[period]) {
      period++;
    }
    return period;
  }

  private double energy(int start) {
    double sum = 0;
    for (int i = start; i < start + FRAME; i++) {
      sum += square(frame[i]);
    }
    return sum;
  }

  private double product(int shift) {
    float sum = 0;
    for (int i = 0; i < FRAME; i++) {
      sum += frame[i] * frame[i + shift];
    }
    return sum;
  }

  private static double square(float value) {
    return (double) value * value;
  }
}
