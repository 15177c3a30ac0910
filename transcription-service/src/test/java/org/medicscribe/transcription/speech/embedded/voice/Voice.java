package org.medicscribe.transcription.speech.embedded.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A made-up voice: prints of it lie about a point of its own, as those of the network do. */
final class Voice {

  /** As measured: how far voices lie apart, and how far one print of 2 s lies from its voice. */
  private static final double APART = 0.67;

  private static final double SCATTER = 0.74;

  private final float[] centre = new float[VoicePrinter.SIZE];
  private final Random random;

  Voice(int seed) {
    random = new Random(seed);
    for (int k = 0; k < centre.length; k++) {
      centre[k] = (float) (APART * random.nextGaussian());
    }
  }

  float[] vector() {
    var vector = new float[centre.length];
    for (int k = 0; k < vector.length; k++) {
      vector[k] = (float) (centre[k] + SCATTER * random.nextGaussian());
    }
    return vector;
  }

  List<VoicePrint> speaks(int prints) {
    var spoken = new ArrayList<VoicePrint>();
    for (int i = 0; i < prints; i++) {
      spoken.add(new VoicePrint(vector(), 0, 0.75));
    }
    return spoken;
  }
}
