package org.medicscribe.transcription.speech.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.medicscribe.transcription.speech.SpeechRequest;
import org.medicscribe.transcription.speech.SpeechResult;
import org.medicscribe.transcription.speech.SpeechStream;
import org.medicscribe.transcription.speech.SpokenWord;
import org.medicscribe.transcription.speech.embedded.onnx.OnnxSpeechModels;
import org.medicscribe.transcription.speech.evaluation.Recording;
import org.medicscribe.transcription.speech.evaluation.SpokenForm;
import org.medicscribe.transcription.speech.evaluation.Transcript;
import org.medicscribe.transcription.speech.evaluation.WordErrors;

/** The real networks on the recorded visit of the samples folder. */
@Timeout(180)
class ConsultationTest {

  private static EmbeddedRecognizer recognizer;
  private static Recording visit;

  @BeforeAll
  static void load() throws IOException {
    // Interims are tested elsewhere and would cost four times as much as all the rest.
    EmbeddedSettings settings = EmbeddedSettings.defaults().withInterimEvery(Duration.ofHours(1));
    recognizer = new EmbeddedRecognizer(settings, OnnxSpeechModels.load(settings.models()));
    visit = Recording.read(Path.of("../samples/consultation-en.wav"));
  }

  @AfterAll
  static void close() {
    recognizer.close();
  }

  @Test
  void shouldWriteDownWhatIsSaidAndByWhom() {
    // When
    Transcript transcript = Transcript.quick(recognizer, english(), visit);

    // Then
    assertThat(WordErrors.between(visit.wordsSaid(), transcript.wordsHeard()).rate())
        .as("word error rate")
        .isLessThan(0.06);
    assertThat(speakers(transcript)).containsOnly(0, 1);
    assertThat(wordErrorsOf(transcript, "DOCTOR", 0).rate()).isLessThan(0.08);
    assertThat(wordErrorsOf(transcript, "PATIENT", 1).rate()).isLessThan(0.08);
    assertThat(transcript.finals()).noneMatch(SpeechResult.Final::inaudible);
  }

  @Test
  void shouldCoverEverySampleAndSayTheSameHoweverTheAudioArrives() {
    // Given
    var opening =
        new Recording(
            "opening", Arrays.copyOf(visit.pcm(), 20 * 32_000), visit.turns(), visit.speakers());
    var results = new RecordedResults();
    SpeechStream stream = recognizer.open(english(), results);
    Transcript inTenths = Transcript.quick(recognizer, english(), opening);

    // When
    stream.send(ByteBuffer.wrap(opening.pcm()));
    stream.finish();

    // Then
    assertThat(results.awaitLast()).isEqualTo(new SpeechResult.Ended());
    results.assertFinalsCover(opening.samples());
    assertThat(results.all(SpeechResult.Final.class)).isEqualTo(inTenths.finals());
  }

  private static SpeechRequest english() {
    return new SpeechRequest("en-US", List.of());
  }

  private static Set<Integer> speakers(Transcript transcript) {
    return transcript.words().stream()
        .map(transcript::speakerAtLast)
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }

  /** Of one speaker's words, against the words the recogniser gave that number. */
  private static WordErrors wordErrorsOf(Transcript transcript, String speaker, int number) {
    List<String> said =
        visit.turns().stream()
            .filter(turn -> speaker.equals(turn.speaker()))
            .flatMap(turn -> SpokenForm.of(turn.words()).stream())
            .toList();
    List<String> heard =
        SpokenForm.of(
            String.join(
                " ",
                transcript.words().stream()
                    .filter(word -> transcript.speakerAtLast(word).equals(Optional.of(number)))
                    .map(SpokenWord::text)
                    .toList()));
    return WordErrors.between(said, heard);
  }
}
