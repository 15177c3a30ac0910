package org.medicscribe.transcription.speech.embedded.voice;

/** The fast Fourier transform of Cooley and Tukey, for lengths that are powers of two. */
final class FourierTransform {

  private FourierTransform() {}

  static void inPlace(double[] real, double[] imaginary) {
    int length = real.length;
    for (int i = 1; i < length; i++) {
      int mirrored = Integer.reverse(i) >>> Integer.numberOfLeadingZeros(length) + 1;
      if (i < mirrored) {
        swap(real, i, mirrored);
        swap(imaginary, i, mirrored);
      }
    }
    for (int half = 1; half < length; half *= 2) {
      for (int k = 0; k < half; k++) {
        double cos = Math.cos(-Math.PI * k / half);
        double sin = Math.sin(-Math.PI * k / half);
        for (int even = k; even < length; even += 2 * half) {
          int odd = even + half;
          double re = cos * real[odd] - sin * imaginary[odd];
          double im = cos * imaginary[odd] + sin * real[odd];
          real[odd] = real[even] - re;
          imaginary[odd] = imaginary[even] - im;
          real[even] += re;
          imaginary[even] += im;
        }
      }
    }
  }

  private static void swap(double[] values, int i, int k) {
    double value = values[i];
    values[i] = values[k];
    values[k] = value;
  }
}
