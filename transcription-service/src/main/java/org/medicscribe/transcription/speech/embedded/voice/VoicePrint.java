package org.medicscribe.transcription.speech.embedded.voice;

import java.util.Collection;

/**
 * How a voice sounds.
 *
 * @param vector of {@link VoicePrinter#SIZE}
 * @param seconds of speech that it rests on
 */
record VoicePrint(float[] vector, double seconds) {

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
    return new VoicePrint(mean, seconds);
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
