package org.medicscribe.transcription.speech;

import org.jspecify.annotations.Nullable;

/**
 * A word as heard.
 *
 * @param text with its punctuation and capitals
 * @param start first sample, counted from the stream's first sample
 * @param end first sample after it
 * @param confidence 0 to 1
 * @param speaker the recogniser's own number within this stream, or null when it does not know
 */
public record SpokenWord(
    String text, long start, long end, double confidence, @Nullable Integer speaker) {

  @Override
  public String toString() {
    return "SpokenWord[" + start + ".." + end + "]";
  }
}
