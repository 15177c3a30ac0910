package org.medicscribe.simulators.deepgram;

import java.util.List;

/**
 * One result: what is heard in {@code [start, end)}, samples of the stream.
 *
 * @param isFinal never revised
 * @param speechFinal the speaker has stopped
 * @param fromFinalize the client asked for it
 */
record Segment(
    long start,
    long end,
    List<HeardWord> words,
    boolean isFinal,
    boolean speechFinal,
    boolean fromFinalize) {

  Segment {
    words = List.copyOf(words);
  }
}
