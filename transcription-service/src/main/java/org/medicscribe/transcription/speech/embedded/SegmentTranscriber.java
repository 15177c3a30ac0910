package org.medicscribe.transcription.speech.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.medicscribe.transcription.speech.SpeechResult;
import org.medicscribe.transcription.speech.SpokenWord;
import org.medicscribe.transcription.speech.embedded.Transcription.HeardWord;
import org.medicscribe.transcription.speech.embedded.voice.SpeakerTurns;
import org.medicscribe.transcription.speech.embedded.voice.SpeakerTurns.Turn;

/** Turns the speech of one stream into results: words, times, confidence, speakers. */
final class SegmentTranscriber {

  private static final List<Turn> UNKNOWN = List.of(new Turn(0, null));

  private final Transcriber transcriber;
  private final SpeakerTurns speakers = new SpeakerTurns();

  SegmentTranscriber(Transcriber transcriber) {
    this.transcriber = transcriber;
  }

  /** Empty when abandoned. */
  Optional<SpeechResult.Final> finalOf(
      Stretch.Speech speech, short[] audio, BooleanSupplier abandoned) {
    return switch (transcriber.transcribe(samples(audio), abandoned)) {
      case Transcription.Heard heard ->
          Optional.of(
              new SpeechResult.Final(
                  speech.start(),
                  speech.end(),
                  spoken(heard.words(), speech, audio, speakers.in(audio)),
                  heard.words().isEmpty()));
      case Transcription.Unintelligible _ ->
          Optional.of(new SpeechResult.Final(speech.start(), speech.end(), List.of(), true));
      case Transcription.Abandoned _ -> Optional.empty();
    };
  }

  /** Empty when nothing can be said yet. */
  Optional<SpeechResult.Interim> interimOf(
      Stretch.Speech speech, short[] audio, BooleanSupplier abandoned) {
    return switch (transcriber.transcribe(samples(audio), abandoned)) {
      case Transcription.Heard heard when !heard.words().isEmpty() ->
          Optional.of(
              new SpeechResult.Interim(
                  speech.start(), speech.end(), spoken(heard.words(), speech, audio, UNKNOWN)));
      case Transcription.Heard _, Transcription.Unintelligible _, Transcription.Abandoned _ ->
          Optional.empty();
    };
  }

  private static List<SpokenWord> spoken(
      List<HeardWord> heard, Stretch.Speech speech, short[] audio, List<Turn> turns) {
    List<WordTimer.Span> spans =
        WordTimer.spread(
            heard.stream().map(HeardWord::text).toList(),
            audio,
            (int) (speech.voicedStart() - speech.start()),
            (int) (speech.voicedEnd() - speech.start()));
    var words = new ArrayList<SpokenWord>(heard.size());
    for (int i = 0; i < heard.size(); i++) {
      HeardWord word = heard.get(i);
      WordTimer.Span span = spans.get(i);
      words.add(
          new SpokenWord(
              word.text(),
              speech.start() + span.start(),
              speech.start() + span.end(),
              word.confidence(),
              speakerAt((span.start() + span.end()) / 2, turns)));
    }
    return words;
  }

  private static @Nullable Integer speakerAt(int sample, List<Turn> turns) {
    Turn current = turns.getFirst();
    for (Turn turn : turns) {
      current = turn.start() <= sample ? turn : current;
    }
    return current.speaker();
  }

  private static float[] samples(short[] audio) {
    var samples = new float[audio.length];
    for (int i = 0; i < audio.length; i++) {
      samples[i] = audio[i] / 32_768f;
    }
    return samples;
  }
}
