package org.medicscribe.transcription.speech.embedded;

import java.util.List;

/** What became of one stretch of speech. */
public sealed interface Transcription {

  /** The words in order; none when the network is sure that nothing was said. */
  record Heard(List<HeardWord> words) implements Transcription {
    public Heard {
      words = List.copyOf(words);
    }
  }

  /** The network ran into a loop or never ended: whatever it wrote is not to be trusted. */
  record Unintelligible() implements Transcription {}

  /** Ended early as asked. */
  record Abandoned() implements Transcription {}

  /**
   * A word and its punctuation.
   *
   * @param logProbability mean over the word's tokens, at most 0
   */
  record HeardWord(String text, double logProbability) {

    /** From 0 to 1. */
    public double confidence() {
      return Math.exp(logProbability);
    }

    @Override
    public String toString() {
      return "HeardWord[" + text.length() + " characters]";
    }
  }
}
