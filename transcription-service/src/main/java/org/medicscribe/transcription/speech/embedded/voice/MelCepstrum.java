package org.medicscribe.transcription.speech.embedded.voice;

/**
 * The timbre of a moment: mel-frequency cepstral coefficients 1 to 12 (loudness, number 0, is left
 * out).
 */
final class MelCepstrum {

  static final int COEFFICIENTS = 12;

  /** Samples that {@link #at} looks at: 32 ms. */
  static final int SPAN = 512;

  private static final int RATE = 16_000;
  private static final int FILTERS = 24;
  private static final double LOWEST_HZ = 100;
  private static final double HIGHEST_HZ = 7_000;
  private static final double PRE_EMPHASIS = 0.97;
  private static final double FLOOR = 1e-10;

  private static final double[] WINDOW = hannWindow();
  private static final double[][] FILTER_BANK = filterBank();
  private static final double[][] COSINES = cosines();

  private final double[] real = new double[SPAN];
  private final double[] imaginary = new double[SPAN];
  private final double[] logEnergies = new double[FILTERS];

  double[] at(short[] audio, int offset) {
    for (int i = 0; i < SPAN; i++) {
      int before = offset + i > 0 ? audio[offset + i - 1] : 0;
      real[i] = WINDOW[i] * (audio[offset + i] - PRE_EMPHASIS * before) / 32_768;
      imaginary[i] = 0;
    }
    FourierTransform.inPlace(real, imaginary);
    for (int filter = 0; filter < FILTERS; filter++) {
      double energy = FLOOR;
      for (int bin = 0; bin < SPAN / 2; bin++) {
        double weight = FILTER_BANK[filter][bin];
        if (weight > 0) {
          energy += weight * (real[bin] * real[bin] + imaginary[bin] * imaginary[bin]);
        }
      }
      logEnergies[filter] = Math.log(energy);
    }
    var coefficients = new double[COEFFICIENTS];
    for (int k = 0; k < COEFFICIENTS; k++) {
      for (int filter = 0; filter < FILTERS; filter++) {
        coefficients[k] += COSINES[k][filter] * logEnergies[filter];
      }
    }
    return coefficients;
  }

  private static double[] hannWindow() {
    var window = new double[SPAN];
    for (int i = 0; i < SPAN; i++) {
      window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / SPAN);
    }
    return window;
  }

  /** Triangles that overlap by half, evenly spaced on the mel scale. */
  private static double[][] filterBank() {
    var bank = new double[FILTERS][SPAN / 2];
    double step = (mel(HIGHEST_HZ) - mel(LOWEST_HZ)) / (FILTERS + 1);
    for (int filter = 0; filter < FILTERS; filter++) {
      double centre = mel(LOWEST_HZ) + (filter + 1) * step;
      for (int bin = 0; bin < SPAN / 2; bin++) {
        double distance = Math.abs(mel((double) bin * RATE / SPAN) - centre);
        bank[filter][bin] = Math.max(0, 1 - distance / step);
      }
    }
    return bank;
  }

  private static double[][] cosines() {
    var cosines = new double[COEFFICIENTS][FILTERS];
    double scale = Math.sqrt(2.0 / FILTERS);
    for (int k = 0; k < COEFFICIENTS; k++) {
      for (int filter = 0; filter < FILTERS; filter++) {
        cosines[k][filter] = scale * Math.cos(Math.PI * (k + 1) * (filter + 0.5) / FILTERS);
      }
    }
    return cosines;
  }

  private static double mel(double hertz) {
    return 1127 * Math.log1p(hertz / 700);
  }
}
