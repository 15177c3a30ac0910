package org.medicscribe.transcription.speech.embedded.voice;

import java.util.Arrays;

/**
 * How a voice sounds in a stretch of speech.
 *
 * @param pitch median, in semitones above 100 Hz
 * @param timbre mean cepstrum
 * @param seconds of voice that it rests on
 */
record VoicePrint(double pitch, double[] timbre, double seconds) {

  /** The print of both stretches together. */
  VoicePrint with(VoicePrint other) {
    double share = other.seconds / (seconds + other.seconds);
    var mixed = new double[timbre.length];
    Arrays.setAll(mixed, k -> timbre[k] + share * (other.timbre[k] - timbre[k]));
    return new VoicePrint(pitch + share * (other.pitch - pitch), mixed, seconds + other.seconds);
  }
}
