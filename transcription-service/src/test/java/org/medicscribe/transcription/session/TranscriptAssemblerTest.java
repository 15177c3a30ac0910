package org.medicscribe.transcription.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.EngineName;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.Segment;
import org.medicscribe.events.SegmentId;
import org.medicscribe.events.TranscriptEvent.RevisedSegment;
import org.medicscribe.events.TranscriptEvent.SegmentsFinalized;
import org.medicscribe.events.TranscriptEvent.SpeakersRevised;
import org.medicscribe.transcription.speech.SpeechResult;
import org.medicscribe.transcription.speech.SpokenWord;

class TranscriptAssemblerTest {

  private final TranscriptAssembler assembler = assembler(false);

  @Test
  void shouldCutAFinalWhereTheSpeakerChanges() {
    // When
    SegmentsFinalized event =
        finalized(0, 400, word("Any", 0, 0), word("pain?", 100, 0), word("No.", 200, 1));

    // Then
    assertThat(event.segments()).extracting(Segment::speaker).containsExactly("S1", "S2");
    assertThat(event.segments()).extracting(Segment::text).containsExactly("Any pain?", "No.");
  }

  @Test
  void shouldPlaceAStreamWhereItBegan() {
    // Given
    finalized(0, 400, word("one", 0, 0));

    // When
    assembler.beginStream(SampleIndex.of(1000));
    SegmentsFinalized event = finalized(0, 400, word("two", 100, 0));

    // Then
    assertThat(event.from().value()).isEqualTo(1000);
    assertThat(event.segments().getFirst().start().value()).isEqualTo(1100);
  }

  @Test
  void shouldDropWordsThatAnEarlierStreamHasSaid() {
    // Given
    finalized(0, 400, word("one", 0, 0), word("two", 300, 0));

    // When
    assembler.beginStream(SampleIndex.of(200));
    SegmentsFinalized event = finalized(0, 400, word("two", 100, 0), word("three", 250, 0));

    // Then
    assertThat(event.from().value()).isEqualTo(400);
    assertThat(event.through().value()).isEqualTo(600);
    assertThat(event.segments()).extracting(Segment::text).containsExactly("three");
  }

  @Test
  void shouldSayNothingOfAFinalThatIsKnownCompletely() {
    finalized(0, 400, word("one", 0, 0));
    assembler.beginStream(SampleIndex.ZERO);

    assertThat(assembler.finalized(new SpeechResult.Final(0, 300, List.of(), false))).isEmpty();
  }

  @Test
  void shouldShowSpeechThatWasNotUnderstood() {
    SegmentsFinalized event =
        assembler.finalized(new SpeechResult.Final(0, 400, List.of(), true)).orElseThrow();

    assertThat(event.segments().getFirst().inaudible()).isTrue();
  }

  @Test
  void shouldCoverSilenceWithoutASegment() {
    assertThat(finalized(0, 400).segments()).isEmpty();
    assertThat(assembler.covered().value()).isEqualTo(400);
  }

  @Test
  void shouldNameSegmentsAgainWhoseTurnIsAnotherVoices() {
    // Given
    var lasting = assembler(true);
    lasting.finalized(
        result(turn("Any", 0, 0, 7), turn("pain?", 100, 0, 7), turn("No.", 200, 1, 8)));

    // When
    Optional<SpeakersRevised> first = lasting.revised(new SpeechResult.Revised(Map.of(7, 0, 8, 2)));
    Optional<SpeakersRevised> again = lasting.revised(new SpeechResult.Revised(Map.of(7, 0, 8, 2)));

    // Then
    assertThat(first.orElseThrow().segments())
        .containsExactly(new RevisedSegment(new SegmentId("s200"), "S3"));
    assertThat(again).isEmpty();
  }

  @Test
  void shouldSayARevisionAgainThatNobodyMayHaveHeard() {
    // Given
    var lasting = assembler(true);
    lasting.finalized(result(turn("No.", 200, 1, 8)));
    var revision = new SpeechResult.Revised(Map.of(8, 0));
    lasting.revised(revision);

    // When
    lasting.returnTo(SampleIndex.of(400));

    // Then
    assertThat(lasting.revised(revision)).isPresent();
  }

  @Test
  void shouldKeepTheLabelOfAVoiceThatTheNextStreamKnowsAgain() {
    // Given
    var lasting = assembler(true);
    lasting.finalized(result(turn("Any pain?", 0, 0, 7), turn("No.", 200, 1, 8)));

    // When
    lasting.beginStream(SampleIndex.of(16_000));
    var event = lasting.finalized(result(turn("Well?", 0, 0, 9))).orElseThrow();

    // Then
    assertThat(event.segments().getFirst().speaker()).isEqualTo("S1");
  }

  private static TranscriptAssembler assembler(boolean knowsVoicesAgain) {
    return new TranscriptAssembler(
        new EncounterId(UUID.fromString("0198c5a2-7d3e-7c11-9a55-3f1f0c2b7a10")),
        new EngineName("test", true),
        SampleIndex.ZERO,
        knowsVoicesAgain);
  }

  private static SpeechResult.Final result(SpokenWord... words) {
    return new SpeechResult.Final(0, 400, List.of(words), false);
  }

  private static SpokenWord turn(String text, long start, int speaker, int turn) {
    return new SpokenWord(text, start, start + 90, 0.9, speaker, turn);
  }

  private SegmentsFinalized finalized(long start, long end, SpokenWord... words) {
    return assembler
        .finalized(new SpeechResult.Final(start, end, List.of(words), false))
        .orElseThrow();
  }

  private static SpokenWord word(String text, long start, @Nullable Integer speaker) {
    return new SpokenWord(text, start, start + 90, 0.9, speaker);
  }
}
