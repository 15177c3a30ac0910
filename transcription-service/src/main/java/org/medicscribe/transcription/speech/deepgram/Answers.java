package org.medicscribe.transcription.speech.deepgram;

import java.util.List;
import java.util.Optional;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.transcription.speech.SpeechResult;
import org.medicscribe.transcription.speech.SpokenWord;

/**
 * How far the provider has answered the audio of one stream, in samples from its beginning. Not
 * thread-safe.
 */
final class Answers {

  /** Two finals this close are neighbours: the provider rounds. */
  private static final long ROUNDING = SampleIndex.PER_SECOND / 20;

  private long written;
  private long answered;

  /** So much more audio is on its way to the provider. */
  void wrote(int samples) {
    written += samples;
  }

  /** What a message of the provider says; nothing when it is about audio already final. */
  Optional<SpeechResult> heard(DeepgramMessage.Results heard) {
    long start = samples(heard.start());
    long end = Math.min(written, samples(heard.start() + heard.duration()));
    if (Math.abs(start - answered) <= ROUNDING) {
      start = answered;
    }
    if (end <= answered) {
      return Optional.empty();
    }
    List<SpokenWord> words = heard.words().stream().map(Answers::spoken).toList();
    if (!heard.isFinal()) {
      return Optional.of(new SpeechResult.Interim(Math.min(start, end), end, words));
    }
    answered = end;
    return Optional.of(new SpeechResult.Final(Math.min(start, end), end, words, false));
  }

  /** Whether the provider's summary speaks of all the audio that it was sent. */
  boolean isWhole(DeepgramMessage.Metadata summary) {
    return samples(summary.duration()) >= written - ROUNDING;
  }

  /** The silence at the end, about which the provider says nothing. */
  Optional<SpeechResult> rest() {
    if (answered >= written) {
      return Optional.empty();
    }
    long start = answered;
    answered = written;
    return Optional.of(new SpeechResult.Final(start, written, List.of(), false));
  }

  private static SpokenWord spoken(DeepgramMessage.HeardWord word) {
    long start = samples(word.start());
    return new SpokenWord(
        word.text(),
        start,
        Math.max(start, samples(word.end())),
        Math.clamp(word.confidence(), 0, 1),
        word.speaker());
  }

  private static long samples(double seconds) {
    return Math.max(0, Math.round(seconds * SampleIndex.PER_SECOND));
  }
}
