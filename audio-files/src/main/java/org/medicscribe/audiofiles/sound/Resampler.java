package org.medicscribe.audiofiles.sound;

import java.util.Arrays;
import org.medicscribe.events.SampleIndex;

/**
 * Brings samples of any rate to the recording's clock: a polyphase filter whose prototype is a sinc
 * in a Kaiser window, cut off below the lower of the two Nyquist frequencies so that nothing folds
 * back. It keeps positions: output {@code n} stands for the instant {@code n / 16000 s}.
 *
 * <p>The output has {@code ceil(inputs x 16000 / rate)} samples. Its memory is bounded whatever the
 * rate: rates that would need a large table (191,999 Hz has 16,000 phases) share 256 phases and
 * interpolate between neighbours, an error below -90 dB. Not thread-safe.
 */
final class Resampler {

  /** Zero crossings of the sinc on each side; more is steeper and slower. */
  private static final int CROSSINGS = 24;

  /** The share of the band that passes; the rest is for the filter to fall off in. */
  private static final double PASS = 0.92;

  /** Attenuation of about 80 dB. */
  private static final double KAISER_BETA = 8;

  private static final double KAISER_PEAK = bessel(KAISER_BETA);

  /** The largest table that is computed exactly, in weights: 256 kB. */
  private static final int LARGEST_TABLE = 64 * 1024;

  /** Phases of the table of every other rate. */
  private static final int SHARED_PHASES = 256;

  private final int up;
  private final int down;
  private final int half;

  /** Evenly spread from one input to the next, both included. */
  private final float[][] phases;

  /** Inputs from {@code start} on; {@code half} zeros stand before the first. */
  private float[] inputs;

  private int held;
  private long start;
  private long taken;
  private long made;

  Resampler(int rate) {
    int divisor = gcd(rate, SampleIndex.PER_SECOND);
    this.up = SampleIndex.PER_SECOND / divisor;
    this.down = rate / divisor;
    double stretch = Math.max(1, (double) down / up);
    this.half = (int) Math.ceil(CROSSINGS * stretch);
    boolean isSmall = 2L * half * (up + 1) <= LARGEST_TABLE;
    this.phases = phases(isSmall ? up : SHARED_PHASES, half, PASS / stretch);
    this.inputs = new float[4 * half];
    this.held = half;
    this.start = -half;
  }

  /** The outputs that these inputs complete. */
  float[] take(float[] samples, int count) {
    append(samples, count);
    taken += count;
    return outputs(taken);
  }

  /** The outputs that were still waiting for what comes after the last input. */
  float[] finish() {
    long end = taken;
    append(new float[half + 1], half + 1);
    taken += half + 1;
    return outputs(taken, (end * up + down - 1) / down);
  }

  private float[] outputs(long available) {
    return outputs(available, Long.MAX_VALUE);
  }

  private float[] outputs(long available, long until) {
    float[] ready = new float[Math.toIntExact(available * up / down + 1 - made)];
    int count = 0;
    while (made < until) {
      long at = made * down;
      long centre = at / up;
      if (centre + half >= available) {
        break;
      }
      ready[count++] = between((int) (centre - half + 1 - start), (int) (at % up));
      made++;
    }
    forget();
    return Arrays.copyOf(ready, count);
  }

  /** The output that lies {@code part / up} of the way from one input to the next. */
  private float between(int from, int part) {
    long at = (long) part * (phases.length - 1);
    int before = (int) (at / up);
    long rest = at % up;
    float earlier = filtered(from, phases[before]);
    return rest == 0
        ? earlier
        : earlier + (filtered(from, phases[before + 1]) - earlier) * rest / up;
  }

  private float filtered(int from, float[] phase) {
    float sum = 0;
    for (int tap = 0; tap < phase.length; tap++) {
      sum += phase[tap] * inputs[from + tap];
    }
    return sum;
  }

  private void append(float[] samples, int count) {
    if (held + count > inputs.length) {
      inputs = Arrays.copyOf(inputs, Math.max(2 * inputs.length, held + count));
    }
    System.arraycopy(samples, 0, inputs, held, count);
    held += count;
  }

  /** Drops the inputs that no output needs any more. */
  private void forget() {
    int unneeded = (int) (made * down / up - half + 1 - start);
    if (unneeded > 0) {
      System.arraycopy(inputs, unneeded, inputs, 0, held - unneeded);
      held -= unneeded;
      start += unneeded;
    }
  }

  /** For each phase the weights of the inputs around its centre, together one. */
  private static float[][] phases(int count, int half, double cutoff) {
    float[][] phases = new float[count + 1][2 * half];
    for (int phase = 0; phase <= count; phase++) {
      double[] weights = new double[2 * half];
      double sum = 0;
      for (int tap = 0; tap < weights.length; tap++) {
        double distance = tap - (half - 1) - (double) phase / count;
        weights[tap] = cutoff * sinc(cutoff * distance) * kaiser(distance / half);
        sum += weights[tap];
      }
      for (int tap = 0; tap < weights.length; tap++) {
        phases[phase][tap] = (float) (weights[tap] / sum);
      }
    }
    return phases;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  private static double kaiser(double x) {
    return Math.abs(x) >= 1 ? 0 : bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / KAISER_PEAK;
  }

  /** The modified Bessel function of the first kind, order zero, by its series. */
  private static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > sum * 1e-12; k++) {
      term *= x * x / (4.0 * k * k);
      sum += term;
    }
    return sum;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
