package org.medicscribe.transcription.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.medicscribe.transcription.session.SessionBench.SECOND;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.medicscribe.events.FailureKind;
import org.medicscribe.events.LiveEvent;
import org.medicscribe.events.LiveEvent.DelayReason;
import org.medicscribe.events.LiveEvent.TranscriptionDelayed;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.SampleRange;
import org.medicscribe.events.TranscriptEvent.TranscriptCompleted;
import org.medicscribe.transcription.speech.SpeechResult;

class TranscriptionSessionTest {

  private final SessionBench bench = new SessionBench();

  @Test
  void shouldCompleteOnlyAfterEverythingIsFinalAndConfirmed() {
    // Given
    bench.audio(0, 2 * SECOND);
    bench.stop(2 * SECOND);
    assertThat(bench.recognizer.last().isFinishing()).isTrue();

    // When
    bench.sayAll();

    // Then
    assertThat(bench.sink.isCompleted(bench.encounter)).isFalse();
    bench.confirm();
    assertThat(bench.sink.events().getLast()).isInstanceOf(TranscriptCompleted.class);
    assertThat(bench.completed).isEmpty();
    bench.confirm();
    assertThat(bench.completed).containsExactly(1L);
    assertThat(bench.hold.isEmpty()).isTrue();
  }

  @Test
  void shouldCompleteARecordingWithoutAudioWithoutARecogniser() {
    // When
    bench.stop(0);
    bench.confirm();

    // Then
    assertThat(bench.sink.isCompleted(bench.encounter)).isTrue();
    assertThat(bench.recognizer.streams()).isEmpty();
  }

  @Test
  void shouldNeedAudioUntilAConfirmedFinalCoversItAndTheNextWordsBeginning() {
    // Given
    bench.audio(0, SECOND);
    bench.audio(SECOND, 2 * SECOND);
    bench.audio(2 * SECOND, 3 * SECOND);

    // When
    bench.say(2 * SECOND);

    // Then
    assertThat(bench.hold.oldestOffset()).hasValue(0);
    bench.confirm();
    assertThat(bench.hold.oldestOffset()).as("one second of lead-in stays").hasValue(1);
  }

  @Test
  void shouldDropAudioThatIsSentAgain() {
    // Given
    bench.audio(0, 2 * SECOND);

    // When
    bench.audio(SECOND, 3 * SECOND);
    bench.audio(0, SECOND);
    bench.stop(3 * SECOND);
    bench.sayAll();

    // Then
    assertThat(bench.recognizer.last().heard()).isEqualTo(3 * SECOND);
    assertThat(bench.words()).hasSize(6);
  }

  @Test
  void shouldFinishBeforeAGapAndBeginANewStreamAfterIt() {
    // Given
    bench.audio(0, SECOND);

    // When
    bench.audio(3 * SECOND, 4 * SECOND);
    bench.sayAll();
    bench.stop(4 * SECOND);
    bench.sayAll();
    bench.confirmEach();

    // Then
    assertThat(bench.recognizer.streams()).hasSize(2);
    assertThat(bench.transcript().gaps())
        .containsExactly(new SampleRange(SampleIndex.of(SECOND), SampleIndex.of(3 * SECOND)));
    assertThat(bench.words()).containsExactly("s1w000000", "s1w000001", "s1w000006", "s1w000007");
  }

  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void shouldTellTheUserAndHearAgainWhateverBrokeTheStream(FailureKind kind) {
    // Given
    bench.audio(0, 4 * SECOND);
    bench.say(2 * SECOND);

    // When
    bench.recognizer.last().fail(kind);
    bench.loop.advance(Duration.ofSeconds(60));

    // Then
    assertThat(bench.sink.live(TranscriptionDelayed.class).getFirst().reason())
        .isEqualTo(
            switch (kind) {
              case EXTERNAL -> DelayReason.PROVIDER_UNREACHABLE;
              case CAPACITY -> DelayReason.PROVIDER_BUSY;
              case CALLER, INTERNAL -> DelayReason.PROVIDER_REFUSES;
            });
    assertThat(bench.recognizer.streams()).hasSize(2);
    assertThat(bench.recognizer.last().heard()).as("lead-in included").isEqualTo(3 * SECOND);
    bench.stop(4 * SECOND);
    bench.sayAll();
    bench.confirmEach();
    assertThat(bench.words()).hasSize(8).doesNotHaveDuplicates();
    assertThat(bench.sink.live(TranscriptionDelayed.class).getLast().behindMillis()).isZero();
  }

  @Test
  void shouldWaitLongerFromFailureToFailureAndNotAfterProgress() {
    // Given
    bench.audio(0, SECOND);
    bench.recognizer.last().fail(FailureKind.EXTERNAL);
    bench.loop.advance(Duration.ofMillis(500));
    assertThat(bench.recognizer.streams()).hasSize(2);

    // When
    bench.recognizer.last().fail(FailureKind.EXTERNAL);
    bench.loop.advance(Duration.ofMillis(999));

    // Then
    assertThat(bench.recognizer.streams()).hasSize(2);
    bench.loop.advance(Duration.ofMillis(1));
    assertThat(bench.recognizer.streams()).hasSize(3);
    bench.say(SECOND / 2);
    bench.recognizer.last().fail(FailureKind.EXTERNAL);
    bench.loop.advance(Duration.ofMillis(500));
    assertThat(bench.recognizer.streams()).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      names = {"CALLER", "INTERNAL"})
  void shouldNotHammerWhatOnlyAnOperatorCanRepair(FailureKind kind) {
    // Given
    bench.audio(0, SECOND);
    bench.recognizer.last().fail(kind);
    bench.loop.advance(Duration.ofMillis(59_999));
    assertThat(bench.recognizer.streams()).hasSize(1);

    // When
    bench.loop.advance(Duration.ofMillis(1));

    // Then
    assertThat(bench.recognizer.streams()).hasSize(2);
  }

  @Test
  void shouldSayAFinalAgainThatKafkaDidNotConfirm() {
    // Given
    bench.audio(0, 2 * SECOND);
    bench.say(2 * SECOND);

    // When
    bench.sink.refuseNext();
    bench.loop.run();
    bench.loop.advance(Duration.ofSeconds(1));
    bench.stop(2 * SECOND);
    bench.sayAll();
    bench.confirm();

    // Then
    assertThat(bench.hold.confirmed().value()).isEqualTo(2 * SECOND);
    assertThat(bench.words()).hasSize(4);
    assertThat(bench.sink.isCompleted(bench.encounter)).isTrue();
  }

  @Test
  void shouldLetNoFinalOvertakeOneThatKafkaDidNotTake() {
    // Given
    bench.audio(0, 2 * SECOND);
    bench.say(SECOND);
    bench.say(2 * SECOND);

    // When
    bench.sink.loseNext();
    bench.confirm();
    bench.loop.advance(Duration.ofSeconds(1));
    bench.stop(2 * SECOND);
    bench.sayAll();
    bench.confirmEach();

    // Then
    assertThat(bench.words()).hasSize(4);
    assertThat(bench.transcript().gaps()).isEmpty();
  }

  @Test
  void shouldMakeWhatWasSaidFinalInAPauseAndThenLetTheStreamGo() {
    // Given
    bench.audio(0, SECOND);

    // When
    bench.loop.advance(Duration.ofMillis(1500));

    // Then
    assertThat(bench.recognizer.last().isFlushed()).isTrue();
    bench.say(SECOND);
    bench.confirm();
    assertThat(bench.hold.isEmpty()).as("nothing is kept in silence").isTrue();
    bench.loop.advance(Duration.ofSeconds(60));
    assertThat(bench.recognizer.last().isFinishing()).isTrue();
    bench.sayAll();
    bench.audio(SECOND, 2 * SECOND);
    assertThat(bench.recognizer.streams()).hasSize(2);
    assertThat(bench.recognizer.last().heard()).isEqualTo(SECOND);
  }

  @Test
  void shouldNotFlushWhileSomebodySpeaks() {
    // When
    for (int i = 0; i < 50; i++) {
      bench.audio(i * SECOND / 10, (i + 1) * SECOND / 10);
      bench.loop.advance(Duration.ofMillis(100));
    }

    // Then
    assertThat(bench.recognizer.last().isFlushed()).isFalse();
  }

  @Test
  void shouldHoldBackWhatTheRecogniserHasNoRoomFor() {
    // Given
    bench.audio(0, SECOND);
    bench.recognizer.last().pending(6 * SECOND);

    // When
    bench.audio(SECOND, 2 * SECOND);

    // Then
    assertThat(bench.recognizer.last().heard()).isEqualTo(SECOND);
    bench.recognizer.last().pending(0);
    bench.loop.advance(Duration.ofMillis(100));
    assertThat(bench.recognizer.last().heard()).isEqualTo(2 * SECOND);
  }

  @Test
  void shouldShowTheNewestInterimFourTimesASecondAtMost() {
    // Given
    bench.audio(0, SECOND);

    // When
    for (int i = 0; i < 10; i++) {
      bench.audio((10 + i) * SECOND / 10, (11 + i) * SECOND / 10);
      bench.recognizer.last().guess();
      bench.loop.advance(Duration.ofMillis(100));
    }

    // Then
    List<LiveEvent.InterimHeard> shown = bench.sink.live(LiveEvent.InterimHeard.class);
    assertThat(shown).hasSizeBetween(3, 5);
    assertThat(shown.getFirst().text()).isEqualTo("s1w000000 s1w000001");
  }

  @Test
  void shouldNotShowAnInterimThatAFinalHasOvertaken() {
    // Given
    bench.audio(0, SECOND);
    bench.recognizer.last().guess();
    bench.loop.run();
    bench.recognizer.last().guess();
    bench.loop.run();

    // When
    bench.say(SECOND);
    bench.loop.advance(Duration.ofSeconds(1));

    // Then
    assertThat(bench.sink.live(LiveEvent.InterimHeard.class)).hasSize(1);
  }

  @Test
  void shouldBeginALittleBeforeWhatItsPredecessorConfirmed() {
    // Given
    SessionBench successor = new SessionBench(SampleIndex.of(3 * SECOND));

    // When
    successor.audio(0, SECOND);
    successor.audio(SECOND, 5 * SECOND);
    successor.stop(5 * SECOND);
    successor.sayAll();

    // Then
    assertThat(successor.recognizer.last().heard()).isEqualTo(3 * SECOND);
    assertThat(successor.words())
        .containsExactly("s1w000006", "s1w000007", "s1w000008", "s1w000009");
  }

  @Test
  void shouldPublishNothingOnceItIsClosed() {
    // Given
    bench.audio(0, 2 * SECOND);

    // When
    bench.session.close();
    bench.loop.run();
    bench.recognizer.last().tell(new SpeechResult.Final(0, SECOND, List.of(), false));
    bench.loop.advance(Duration.ofMinutes(5));

    // Then
    assertThat(bench.recognizer.last().isAborted()).isTrue();
    assertThat(bench.sink.events()).isEmpty();
    assertThat(bench.hold.isEmpty()).isTrue();
  }

  @Test
  void shouldTellThatItCatchesUpAndThatItHas() {
    // Given
    for (int i = 0; i < 20; i++) {
      bench.audio(i * SECOND, (i + 1) * SECOND);
    }

    // When
    bench.say(SECOND);
    bench.say(18 * SECOND);

    // Then
    List<TranscriptionDelayed> delays = bench.sink.live(TranscriptionDelayed.class);
    assertThat(delays.getFirst().reason()).isEqualTo(DelayReason.CATCHING_UP);
    assertThat(delays.getFirst().behindMillis()).isEqualTo(19_000);
    assertThat(delays.getLast().behindMillis()).isZero();
  }
}
