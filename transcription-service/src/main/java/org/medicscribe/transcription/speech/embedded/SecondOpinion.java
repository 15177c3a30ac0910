package org.medicscribe.transcription.speech.embedded;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.transcription.speech.embedded.Transcription.HeardWord;

/**
 * Reads doubtful speech again with less silence after it, and keeps the surer reading.
 *
 * <p>Where Moonshine is unsure of a sentence it may drop a phrase, a dose for instance, without a
 * trace; with another amount of silence it mostly hears it. About every fifth stretch is read
 * twice.
 */
final class SecondOpinion implements Transcriber {

  /** Mean over the words; a clean sentence has more than -0.1. */
  private static final double DOUBTFUL = -0.12;

  private static final int TRIMMED = SampleIndex.PER_SECOND / 5;

  private final Transcriber reader;

  SecondOpinion(Transcriber reader) {
    this.reader = reader;
  }

  /**
   * @param samples must end in at least 0.4 s of silence to be read again
   */
  @Override
  public Transcription transcribe(float[] samples, BooleanSupplier abandoned) {
    Transcription first = reader.transcribe(samples, abandoned);
    if (sureness(first) >= DOUBTFUL) {
      return first;
    }
    Transcription second =
        reader.transcribe(Arrays.copyOf(samples, samples.length - TRIMMED), abandoned);
    return sureness(second) > sureness(first) ? second : first;
  }

  private static double sureness(Transcription transcription) {
    return switch (transcription) {
      case Transcription.Heard heard ->
          heard.words().stream()
              .mapToDouble(HeardWord::logProbability)
              .average()
              .orElse(Double.NEGATIVE_INFINITY);
      case Transcription.Unintelligible _ -> Double.NEGATIVE_INFINITY;
      case Transcription.Abandoned _ -> Double.POSITIVE_INFINITY;
    };
  }
}
