package org.medicscribe.transcription.speech.embedded.voice;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * How a voice sounds.
 *
 * @param vector of {@link VoicePrinter#SIZE}
 * @param pitch median, in semitones above 100 Hz; not a number where there is none
 * @param seconds of speech that it rests on
 */
record VoicePrint(float[] vector, double pitch, double seconds) {

  /** The mean, each print counting by its seconds. */
  static VoicePrint mean(Collection<VoicePrint> prints) {
    double seconds = prints.stream().mapToDouble(VoicePrint::seconds).sum();
    var sum = new double[VoicePrinter.SIZE];
    for (VoicePrint print : prints) {
      for (int k = 0; k < sum.length; k++) {
        sum[k] += print.vector[k] * print.seconds;
      }
    }
    var mean = new float[sum.length];
    for (int k = 0; k < mean.length; k++) {
      mean[k] = (float) (sum[k] / seconds);
    }
    return new VoicePrint(mean, pitch(prints), seconds);
  }

  /** The median: a print of much noise may have its pitch an octave off. */
  private static double pitch(Collection<VoicePrint> prints) {
    List<VoicePrint> pitched =
        prints.stream()
            .filter(print -> !Double.isNaN(print.pitch))
            .sorted(Comparator.comparingDouble(VoicePrint::pitch))
            .toList();
    double rest = pitched.stream().mapToDouble(VoicePrint::seconds).sum() / 2;
    for (VoicePrint print : pitched) {
      rest -= print.seconds;
      if (rest <= 0) {
        return print.pitch;
      }
    }
    return Double.NaN;
  }

  /** The same direction, of length 1. */
  float[] direction() {
    double length = Math.sqrt(product(vector, vector)) + 1e-9;
    var direction = new float[vector.length];
    for (int k = 0; k < direction.length; k++) {
      direction[k] = (float) (vector[k] / length);
    }
    return direction;
  }

  static float product(float[] one, float[] other) {
    float sum = 0;
    for (int k = 0; k < one.length; k++) {
      sum += one[k] * other[k];
    }
    return sum;
  }

  @Override
  public String toString() {
    return "VoicePrint[" + seconds + " s]";
  }
}
