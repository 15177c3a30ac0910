package org.medicscribe.events;

/**
 * A word as heard.
 *
 * @param text with its punctuation and capitals
 * @param end first sample after the word
 * @param confidence the recogniser's, 0 to 1
 */
public record Word(String text, SampleIndex start, SampleIndex end, double confidence) {

  public Word {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("a word ends before it starts");
    }
  }

  /** The sample that decides to which stretch of audio the word belongs. */
  SampleIndex middle() {
    return start.plus(end.minus(start) / 2);
  }

  @Override
  public String toString() {
    return "Word[" + start.value() + ".." + end.value() + "]";
  }
}
