package org.medicscribe.transcription.speech.embedded;

/** Says how likely somebody speaks in a frame. It remembers earlier frames: one per stream. */
public interface VoiceDetector {

  /** Samples of a frame (32 ms). */
  int FRAME = 512;

  /**
   * @param frame the next {@link #FRAME} samples, each from -1 to 1; not kept
   * @return 0 to 1
   */
  float voiceProbability(float[] frame);
}
