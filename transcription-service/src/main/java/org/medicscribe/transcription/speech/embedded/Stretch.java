package org.medicscribe.transcription.speech.embedded;

/** A closed piece of a stream, in samples from its start. Each starts where the last one ended. */
sealed interface Stretch {

  long start();

  /** First sample after it. */
  long end();

  record Silence(long start, long end) implements Stretch {}

  /**
   * Speech with some silence around it.
   *
   * @param voicedStart where the voice sets in
   * @param voicedEnd first sample after the voice
   * @param cutShort whether it was cut for its length, in the middle of talk
   */
  record Speech(long start, long end, long voicedStart, long voicedEnd, boolean cutShort)
      implements Stretch {

    long voicedSamples() {
      return voicedEnd - voicedStart;
    }
  }
}
