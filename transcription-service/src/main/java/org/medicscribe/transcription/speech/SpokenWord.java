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
 * @param turn what the recogniser calls the turn that the word belongs to when it may say later
 *     whose it is ({@link SpeechResult.Revised}); else null
 */
public record SpokenWord(
    String text,
    long start,
    long end,
    double confidence,
    @Nullable Integer speaker,
    @Nullable Integer turn) {

  /** A word whose speaker is said once and for all. */
  public SpokenWord(
      String text, long start, long end, double confidence, @Nullable Integer speaker) {
    this(text, start, end, confidence, speaker, null);
  }

  @Override
  public String toString() {
    return "SpokenWord[" + start + ".." + end + "]";
  }
}
