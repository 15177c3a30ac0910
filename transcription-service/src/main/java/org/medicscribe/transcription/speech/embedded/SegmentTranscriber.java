package org.medicscribe.transcription.speech.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.transcription.speech.SpeechResult;
import org.medicscribe.transcription.speech.SpokenWord;
import org.medicscribe.transcription.speech.embedded.Transcription.HeardWord;
import org.medicscribe.transcription.speech.embedded.voice.SpeakerTurns;
import org.medicscribe.transcription.speech.embedded.voice.SpeakerTurns.Turn;
import org.medicscribe.transcription.speech.embedded.voice.VoicePrinter;
import org.medicscribe.transcription.speech.embedded.voice.VoicesOfAVisit;

/**
 * Turns the speech of one stream, in order, into results: words, their times, doubts and speakers.
 *
 * <p>What it says of a stretch depends on the stretch and on those before, never on timing.
 */
final class SegmentTranscriber {

  /** From this little speech Moonshine invents words, though with doubt. */
  private static final long SHORT = SampleIndex.PER_SECOND;

  private static final List<Turn> UNKNOWN = List.of(new Turn(0, null, null));

  /** Speech that was cut has no silence to take away. */
  private static final long SILENCE_FOR_SECOND_OPINION = SampleIndex.PER_SECOND * 2 / 5;

  private final Transcriber transcriber;
  private final Transcriber secondOpinion;
  private final KeyTerms keyTerms;
  private final SpeakerTurns speakers;
  private final SpeakerRevisions revisions;

  /** Where talk was last cut for its length; a piece that starts there goes on with a sentence. */
  private long lastCut = -1;

  SegmentTranscriber(
      Transcriber transcriber, KeyTerms keyTerms, VoicePrinter printer, VoicesOfAVisit voices) {
    this.transcriber = new WithoutGuesswork(transcriber);
    this.secondOpinion = new SecondOpinion(this.transcriber);
    this.keyTerms = keyTerms;
    this.speakers = new SpeakerTurns(printer, voices);
    this.revisions = new SpeakerRevisions(voices);
  }

  /** Empty when abandoned. */
  Optional<SpeechResult.Final> finalOf(
      Stretch.Speech speech, short[] audio, BooleanSupplier abandoned) {
    boolean endsInSilence = speech.end() - speech.voicedEnd() >= SILENCE_FOR_SECOND_OPINION;
    Transcriber reader = endsInSilence ? secondOpinion : transcriber;
    return switch (reader.transcribe(samples(audio), abandoned)) {
      case Transcription.Heard heard -> Optional.of(finalOf(speech, audio, heard.words()));
      case Transcription.Unintelligible _ -> Optional.of(finalOf(speech, audio, List.of()));
      case Transcription.Abandoned _ -> Optional.empty();
    };
  }

  /** Who said what by now, if that changed and was not said a moment ago. */
  Optional<SpeechResult.Revised> revision() {
    return revisions.due();
  }

  /** Who said what, at the end of the stream. */
  Optional<SpeechResult.Revised> lastRevision() {
    return revisions.last();
  }

  /** Empty when nothing can be said yet. */
  Optional<SpeechResult.Interim> interimOf(
      Stretch.Speech speech, short[] audio, BooleanSupplier abandoned) {
    return switch (transcriber.transcribe(samples(audio), abandoned)) {
      case Transcription.Heard heard when !heard.words().isEmpty() ->
          Optional.of(
              new SpeechResult.Interim(
                  speech.start(),
                  speech.end(),
                  spoken(speech, audio, corrected(speech, heard.words()), UNKNOWN)));
      case Transcription.Heard _, Transcription.Unintelligible _, Transcription.Abandoned _ ->
          Optional.empty();
    };
  }

  /** A voice without words is said to be inaudible: silence would be a lie. */
  private SpeechResult.Final finalOf(Stretch.Speech speech, short[] audio, List<HeardWord> heard) {
    List<Turn> turns = speakers.in(audio);
    revisions.said(turns, speech.end());
    List<HeardWord> words = corrected(speech, heard);
    if (speech.cutShort()) {
      words = ForcedCut.withoutFullStop(words);
      lastCut = speech.end();
    }
    return new SpeechResult.Final(
        speech.start(), speech.end(), spoken(speech, audio, words, turns), words.isEmpty());
  }

  private List<HeardWord> corrected(Stretch.Speech speech, List<HeardWord> heard) {
    List<HeardWord> words = keyTerms.correct(heard);
    if (speech.voicedSamples() < SHORT) {
      words = withSharedDoubt(words);
    }
    return speech.start() == lastCut ? ForcedCut.withoutCapital(words) : words;
  }

  /** No word of a very short stretch is surer than the whole of it. */
  private static List<HeardWord> withSharedDoubt(List<HeardWord> words) {
    double mean = words.stream().mapToDouble(HeardWord::logProbability).average().orElse(0);
    return words.stream()
        .map(word -> new HeardWord(word.text(), Math.min(mean, word.logProbability())))
        .toList();
  }

  private static List<SpokenWord> spoken(
      Stretch.Speech speech, short[] audio, List<HeardWord> heard, List<Turn> turns) {
    List<WordTimer.Span> spans =
        WordTimer.spread(
            heard.stream().map(HeardWord::text).toList(),
            audio,
            (int) (speech.voicedStart() - speech.start()),
            (int) (speech.voicedEnd() - speech.start()));
    var words = new ArrayList<SpokenWord>(heard.size());
    for (int i = 0; i < heard.size(); i++) {
      WordTimer.Span span = spans.get(i);
      Turn turn = turnAt(span.middle(), turns);
      words.add(
          new SpokenWord(
              heard.get(i).text(),
              speech.start() + span.start(),
              speech.start() + span.end(),
              heard.get(i).confidence(),
              turn.speaker(),
              turn.name()));
    }
    return words;
  }

  private static Turn turnAt(int sample, List<Turn> turns) {
    Turn current = turns.getFirst();
    for (Turn turn : turns) {
      current = turn.start() <= sample ? turn : current;
    }
    return current;
  }

  private static float[] samples(short[] audio) {
    var samples = new float[audio.length];
    for (int i = 0; i < audio.length; i++) {
      samples[i] = audio[i] / 32_768f;
    }
    return samples;
  }
}
