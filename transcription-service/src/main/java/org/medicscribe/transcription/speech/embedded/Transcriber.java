package org.medicscribe.transcription.speech.embedded;

import java.util.function.BooleanSupplier;

/** Writes down what is said in a stretch of speech. Safe for use by many threads at once. */
public interface Transcriber {

  /**
   * Blocks for about a twentieth of the audio's length.
   *
   * @param samples each from -1 to 1, at most some 15 s, with speech in them
   * @param abandoned asked between words; true ends the work early with {@link
   *     Transcription.Abandoned}
   */
  Transcription transcribe(float[] samples, BooleanSupplier abandoned);
}
