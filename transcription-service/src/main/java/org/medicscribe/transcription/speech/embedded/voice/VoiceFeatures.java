package org.medicscribe.transcription.speech.embedded.voice;

/**
 * What the speaker network listens to: 23 mel-frequency cepstral coefficients every 10 ms, as Kaldi
 * computes them for speech of 8 kHz (25 ms under Povey's window, number 0 is the energy), less
 * their mean over three seconds, so that microphone and room count little.
 */
final class VoiceFeatures {

  static final int COEFFICIENTS = 23;

  /** Frames in a second. */
  static final int RATE = 100;

  private static final int SAMPLE_RATE = 8_000;
  private static final int HOP = SAMPLE_RATE / RATE;
  private static final int SPAN = 200;
  private static final int TRANSFORM = 256;
  private static final int FILTERS = 23;
  private static final double LOWEST_HZ = 20;
  private static final double HIGHEST_HZ = 3_700;
  private static final double PRE_EMPHASIS = 0.97;
  private static final double LIFTER = 22;
  private static final double FLOOR = 1.2e-7;
  private static final int MEAN_OVER = 3 * RATE;

  private static final double[] WINDOW = poveyWindow();
  private static final double[][] FILTER_BANK = filterBank();
  private static final double[][] COSINES = cosines();

  private final double[] real = new double[TRANSFORM];
  private final double[] imaginary = new double[TRANSFORM];
  private final double[] logEnergies = new double[FILTERS];

  private VoiceFeatures() {}

  /**
   * @param audio at 8 kHz
   * @return {@link #COEFFICIENTS} for each frame; the first frame starts with the audio
   */
  static float[][] of(float[] audio) {
    int count = audio.length < SPAN ? 0 : (audio.length - SPAN) / HOP + 1;
    var frames = new float[count][];
    var features = new VoiceFeatures();
    for (int frame = 0; frame < count; frame++) {
      frames[frame] = features.at(audio, frame * HOP);
    }
    return withoutMean(frames);
  }

  private float[] at(float[] audio, int offset) {
    double mean = 0;
    for (int i = 0; i < SPAN; i++) {
      mean += audio[offset + i] / SPAN;
    }
    double energy = 0;
    double before = audio[offset] - mean;
    for (int i = 0; i < SPAN; i++) {
      double sample = audio[offset + i] - mean;
      energy += sample * sample;
      real[i] = WINDOW[i] * (sample - PRE_EMPHASIS * before);
      imaginary[i] = 0;
      before = sample;
    }
    for (int i = SPAN; i < TRANSFORM; i++) {
      real[i] = 0;
      imaginary[i] = 0;
    }
    FourierTransform.inPlace(real, imaginary);
    for (int filter = 0; filter < FILTERS; filter++) {
      double sum = 0;
      for (int bin = 0; bin < TRANSFORM / 2; bin++) {
        double weight = FILTER_BANK[filter][bin];
        if (weight > 0) {
          sum += weight * (real[bin] * real[bin] + imaginary[bin] * imaginary[bin]);
        }
      }
      logEnergies[filter] = Math.log(Math.max(sum, FLOOR));
    }
    var coefficients = new float[COEFFICIENTS];
    coefficients[0] = (float) Math.log(Math.max(energy, FLOOR));
    for (int k = 1; k < COEFFICIENTS; k++) {
      double sum = 0;
      for (int filter = 0; filter < FILTERS; filter++) {
        sum += COSINES[k][filter] * logEnergies[filter];
      }
      coefficients[k] = (float) (sum * (1 + LIFTER / 2 * Math.sin(Math.PI * k / LIFTER)));
    }
    return coefficients;
  }

  private static float[][] withoutMean(float[][] frames) {
    var sums = new double[frames.length + 1][COEFFICIENTS];
    for (int frame = 0; frame < frames.length; frame++) {
      for (int k = 0; k < COEFFICIENTS; k++) {
        sums[frame + 1][k] = sums[frame][k] + frames[frame][k];
      }
    }
    var centred = new float[frames.length][COEFFICIENTS];
    for (int frame = 0; frame < frames.length; frame++) {
      int start = Math.max(0, Math.min(frame - MEAN_OVER / 2, frames.length - MEAN_OVER));
      int end = Math.min(frames.length, start + MEAN_OVER);
      for (int k = 0; k < COEFFICIENTS; k++) {
        double mean = (sums[end][k] - sums[start][k]) / (end - start);
        centred[frame][k] = (float) (frames[frame][k] - mean);
      }
    }
    return centred;
  }

  private static double[] poveyWindow() {
    var window = new double[SPAN];
    for (int i = 0; i < SPAN; i++) {
      window[i] = Math.pow(0.5 - 0.5 * Math.cos(2 * Math.PI * i / (SPAN - 1)), 0.85);
    }
    return window;
  }

  /** Triangles that overlap by half, evenly spaced on the mel scale. */
  private static double[][] filterBank() {
    var bank = new double[FILTERS][TRANSFORM / 2];
    double step = (mel(HIGHEST_HZ) - mel(LOWEST_HZ)) / (FILTERS + 1);
    for (int filter = 0; filter < FILTERS; filter++) {
      double centre = mel(LOWEST_HZ) + (filter + 1) * step;
      for (int bin = 0; bin < TRANSFORM / 2; bin++) {
        double distance = Math.abs(mel((double) bin * SAMPLE_RATE / TRANSFORM) - centre);
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
        cosines[k][filter] = scale * Math.cos(Math.PI * k * (filter + 0.5) / FILTERS);
      }
    }
    return cosines;
  }

  private static double mel(double hertz) {
    return 1127 * Math.log1p(hertz / 700);
  }
}
