package org.medicscribe.transcription.speech.embedded.voice;

import java.util.List;

/** Takes prints of voices. Safe for use by many threads at once. */
public interface VoicePrinter {

  /** Numbers in a print. */
  int SIZE = 128;

  /**
   * @param start first sample
   * @param end first sample after it
   */
  record Span(int start, int end) {

    int middle() {
      return start + (end - start) / 2;
    }

    int samples() {
      return end - start;
    }
  }

  /**
   * The print of the voice in each span: two of one voice point the same way. The length tells how
   * typical the voice is and is kept, since means of prints are taken.
   */
  List<float[]> prints(short[] audio, List<Span> spans);
}
