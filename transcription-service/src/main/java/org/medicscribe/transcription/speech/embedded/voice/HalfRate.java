package org.medicscribe.transcription.speech.embedded.voice;

/** Halves the rate of audio: a low-pass filter, then every second sample. */
final class HalfRate {

  private static final int REACH = 24;
  private static final double CUT_OFF = 0.47;
  private static final float[] FILTER = filter();

  private HalfRate() {}

  /** The samples from {@code from} to {@code to} of 16 kHz, at 8 kHz. */
  static float[] of(short[] audio, int from, int to) {
    var halved = new float[Math.max(0, to - from) / 2];
    for (int i = 0; i < halved.length; i++) {
      int middle = from + 2 * i;
      float sum = 0;
      for (int k = Math.max(-REACH, -middle); k <= REACH && middle + k < audio.length; k++) {
        sum += FILTER[k + REACH] * audio[middle + k];
      }
      halved[i] = sum;
    }
    return halved;
  }

  /** A sinc under Hamming's window; passes a constant unchanged. */
  private static float[] filter() {
    var weights = new double[2 * REACH + 1];
    double sum = 0;
    for (int k = -REACH; k <= REACH; k++) {
      double x = 2 * Math.PI * CUT_OFF * k / 2;
      double sinc = k == 0 ? 1 : Math.sin(x) / x;
      double window = 0.54 + 0.46 * Math.cos(Math.PI * k / REACH);
      weights[k + REACH] = sinc * window;
      sum += weights[k + REACH];
    }
    var filter = new float[weights.length];
    for (int k = 0; k < filter.length; k++) {
      filter[k] = (float) (weights[k] / sum);
    }
    return filter;
  }
}
