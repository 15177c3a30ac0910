package org.medicscribe.simulators.deepgram;

import org.jspecify.annotations.Nullable;
import org.medicscribe.simulators.ruler.RulerWord;

/**
 * A word in the time of its stream, in samples.
 *
 * @param text as it is written
 * @param middle where it stands: it belongs to the result in which this sample lies
 * @param half half its length
 * @param endsTurn whether its speaker stops after it
 * @param ruler which ruler word it is, if it is one
 */
record HeardWord(
    String text, long middle, long half, int speaker, boolean endsTurn, @Nullable RulerWord ruler) {

  long end() {
    return middle + half;
  }

  /**
   * Half its length when it has to lie in {@code [from, to)}. Both sides give way alike, so the
   * middle stays where it is.
   */
  long halfWithin(long from, long to) {
    return Math.max(1, Math.min(half, Math.min(middle - from, to - middle)));
  }
}
