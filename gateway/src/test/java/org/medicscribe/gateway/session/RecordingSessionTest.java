package org.medicscribe.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.AudioEvent.StopReason;
import org.medicscribe.events.CloseCode;
import org.medicscribe.events.EncounterState;
import org.medicscribe.events.SampleIndex;

class RecordingSessionTest {

  private static final SessionLimits LIMITS =
      new SessionLimits(1_000, 10, 100, 5_000, 2, Duration.ofSeconds(60), Duration.ofHours(1));
  private static final String TAB = "tab-1";

  private Instant now = Instant.parse("2026-11-24T10:00:00Z");
  private final RecordingSession session = new RecordingSession(LIMITS, () -> now);

  private void recordFrom(long from) {
    session.start(SampleIndex.of(from), TAB, false);
    session.granted(new Holder(TAB, 2), SampleIndex.ZERO, SampleIndex.ZERO, false);
  }

  private Step audio(long first, int samples) {
    return session.audio(SampleIndex.of(first), new byte[samples * SampleIndex.BYTES]);
  }

  private Ticket published(long first, int samples) {
    return ((Step.Publish) audio(first, samples)).ticket();
  }

  private static RefusalReason reason(Step step) {
    return ((Step.Refuse) step).refusal().reason();
  }

  @Test
  void shouldClaimBeforeAudioMayCome() {
    // When
    Step claim = session.start(SampleIndex.of(1_600), TAB, true);
    Step ready = session.granted(new Holder(TAB, 2), SampleIndex.ZERO, SampleIndex.ZERO, false);

    // Then
    assertThat(claim).isEqualTo(new Step.Claim(TAB, true, SampleIndex.of(1_600)));
    assertThat(ready).isEqualTo(new Step.SayReady(SampleIndex.of(1_600), LIMITS));
  }

  @Test
  void shouldSendALateStarterOfAFreshEncounterBackToTheBeginning() {
    // Given
    session.start(SampleIndex.of(1_600), TAB, false);

    // When
    Step step = session.granted(new Holder(TAB, 1), SampleIndex.ZERO, SampleIndex.ZERO, true);

    // Then
    assertThat(step).isEqualTo(new Step.Refuse(Refusal.gap(SampleIndex.ZERO)));
  }

  @Test
  void shouldSendARecorderThatFollowsAnotherBehindIt() {
    // Given
    session.start(SampleIndex.of(1_600), TAB, true);

    // When
    Step ready =
        session.granted(new Holder(TAB, 2), SampleIndex.of(4_000), SampleIndex.ZERO, false);

    // Then
    assertThat(ready).isEqualTo(new Step.SayReady(SampleIndex.of(4_000), LIMITS));
    assertThat(audio(4_000, 100)).isInstanceOf(Step.Publish.class);
  }

  @Test
  void shouldTakeNoAudioBeforeWhereTheRecorderBegins() {
    // Given
    session.start(SampleIndex.of(1_600), TAB, true);
    session.granted(new Holder(TAB, 2), SampleIndex.of(4_000), SampleIndex.ZERO, false);

    // When
    Step step = audio(3_950, 100);

    // Then
    assertThat(step).isEqualTo(new Step.Refuse(Refusal.gap(SampleIndex.of(4_000))));
  }

  @Test
  void shouldGoOnWhereTheSameRecorderHadCome() {
    // Given
    session.start(SampleIndex.of(4_500), TAB, false);

    // When
    Step ready =
        session.granted(new Holder(TAB, 3), SampleIndex.of(4_000), SampleIndex.ZERO, false);

    // Then
    assertThat(ready).isEqualTo(new Step.SayReady(SampleIndex.of(4_500), LIMITS));
  }

  @Test
  void shouldRefuseAGapWithThePositionExpected() {
    // Given
    recordFrom(0);
    audio(0, 100);

    // When
    Step step = audio(101, 100);

    // Then
    assertThat(step).isEqualTo(new Step.Refuse(Refusal.gap(SampleIndex.of(100))));
  }

  @Test
  void shouldLeaveAPlaceEmptyThatCouldNotBeCaptured() {
    // Given
    recordFrom(0);
    Ticket before = published(0, 100);

    // When
    Step missed = session.missed(SampleIndex.of(2_000));
    Ticket after = published(2_000, 100);
    session.acknowledged(before);

    // Then
    assertThat(missed).isEqualTo(new Step.Nothing());
    assertThat(session.acknowledged(after)).isEqualTo(new Step.Acknowledge(SampleIndex.of(2_100)));
  }

  @Test
  void shouldEndARecordingOfWhichTheLastCouldNotBeCaptured() {
    // Given
    recordFrom(0);
    audio(0, 100);

    // When
    session.missed(SampleIndex.of(2_000));
    Step step = session.stop(SampleIndex.of(2_000));

    // Then
    assertThat(((Step.PublishEnd) step).stopped())
        .isEqualTo(new RecordingStopped(SampleIndex.of(2_000), StopReason.STOPPED));
  }

  @Test
  void shouldTakeNothingBackThatWasSentWhenTheSameIsMissedAgain() {
    // Given
    recordFrom(0);
    audio(0, 100);

    // When
    session.missed(SampleIndex.of(50));

    // Then
    assertThat(audio(101, 100)).isEqualTo(new Step.Refuse(Refusal.gap(SampleIndex.of(100))));
  }

  @Test
  void shouldEndAtWhatWasCapturedWhenMoreWasMissedThanMayBeRecorded() {
    // Given
    recordFrom(0);
    audio(0, 100);

    // When
    Step step = session.missed(SampleIndex.of(5_001));

    // Then
    assertThat(((Step.PublishEnd) step).stopped())
        .isEqualTo(new RecordingStopped(SampleIndex.of(100), StopReason.LIMIT_REACHED));
  }

  @Test
  void shouldTakeAudioThatIsSentAgain() {
    // Given
    recordFrom(0);
    audio(0, 100);
    audio(100, 100);

    // When
    Step step = audio(50, 100);

    // Then
    assertThat(step).isInstanceOf(Step.Publish.class);
    assertThat(audio(200, 100)).isInstanceOf(Step.Publish.class);
  }

  @Test
  void shouldAcknowledgeOnlyWhatIsSafe() {
    // Given
    recordFrom(0);
    Ticket first = published(0, 100);
    Ticket second = published(100, 100);

    // When
    Step early = session.acknowledged(second);
    Step both = session.acknowledged(first);

    // Then
    assertThat(early).isEqualTo(new Step.Nothing());
    assertThat(both).isEqualTo(new Step.Acknowledge(SampleIndex.of(200)));
  }

  @Test
  void shouldRefuseMoreThanTheWindow() {
    // Given
    recordFrom(0);
    for (int frame = 0; frame < 10; frame++) {
      audio(frame * 100L, 100);
    }

    // When
    Step step = audio(1_000, 1);

    // Then
    assertThat(reason(step)).isEqualTo(RefusalReason.WINDOW_EXCEEDED);
  }

  @Test
  void shouldCountAudioThatIsSentAgainTowardsTheWindow() {
    // Given
    recordFrom(0);
    for (int frame = 0; frame < 10; frame++) {
      audio(0, 100);
    }

    // When
    Step step = audio(0, 100);

    // Then
    assertThat(reason(step)).isEqualTo(RefusalReason.WINDOW_EXCEEDED);
  }

  @Test
  void shouldRefuseAFrameAboveTheLimit() {
    // Given
    recordFrom(0);

    // When
    Step step = audio(0, 101);

    // Then
    assertThat(reason(step)).isEqualTo(RefusalReason.FRAME_TOO_LARGE);
  }

  @Test
  void shouldSayStoppedOnceEverythingIsSafe() {
    // Given
    recordFrom(0);
    Ticket samples = published(0, 100);
    RecordingStopped stopped = new RecordingStopped(SampleIndex.of(100), StopReason.STOPPED);

    // When
    Step.PublishEnd end = (Step.PublishEnd) session.stop(SampleIndex.of(100));
    Step afterEnd = session.acknowledged(end.ticket());
    Step afterSamples = session.acknowledged(samples);

    // Then
    assertThat(end.stopped()).isEqualTo(stopped);
    assertThat(afterEnd).isEqualTo(new Step.Nothing());
    assertThat(afterSamples).isEqualTo(new Step.SayStopped(stopped));
  }

  @Test
  void shouldRefuseAStopThatClaimsAudioWhichNeverCame() {
    // Given
    recordFrom(0);
    audio(0, 100);

    // When
    Step step = session.stop(SampleIndex.of(200));

    // Then
    assertThat(step).isEqualTo(new Step.Refuse(Refusal.gap(SampleIndex.of(100))));
  }

  @Test
  void shouldRefuseAStopBeforeAudioThatCame() {
    // Given
    recordFrom(0);
    audio(0, 100);

    // When
    Step step = session.stop(SampleIndex.of(50));

    // Then
    assertThat(reason(step)).isEqualTo(RefusalReason.MALFORMED_FRAME);
  }

  @Test
  void shouldStopAPausedRecording() {
    // Given
    recordFrom(0);
    audio(0, 100);
    session.pause();

    // When
    Step step = session.stop(SampleIndex.of(100));

    // Then
    assertThat(step).isInstanceOf(Step.PublishEnd.class);
  }

  @Test
  void shouldKeepWhatFitsAndEndAtTheLongestLength() {
    // Given
    recordFrom(4_950);

    // When
    Step.PublishLast last = (Step.PublishLast) audio(4_950, 100);

    // Then
    assertThat(last.samples().pcm()).hasSize(50 * SampleIndex.BYTES);
    assertThat(last.end().stopped())
        .isEqualTo(new RecordingStopped(SampleIndex.of(5_000), StopReason.LIMIT_REACHED));
  }

  @Test
  void shouldEndAtTheLongestLengthWhenTheNextFrameComes() {
    // Given
    recordFrom(4_900);
    audio(4_900, 100);

    // When
    Step.PublishEnd end = (Step.PublishEnd) audio(5_000, 100);

    // Then
    assertThat(end.stopped())
        .isEqualTo(new RecordingStopped(SampleIndex.of(5_000), StopReason.LIMIT_REACHED));
  }

  @Test
  void shouldCloseARecorderThatSendsNothing() {
    // Given
    recordFrom(0);
    now = now.plusSeconds(59);
    assertThat(session.tick()).isEqualTo(new Step.Nothing());

    // When
    now = now.plusSeconds(1);
    Step step = session.tick();

    // Then
    assertThat(reason(step)).isEqualTo(RefusalReason.IDLE);
  }

  @Test
  void shouldLetAPausedRecorderBeSilentForLonger() {
    // Given
    recordFrom(0);
    session.pause();
    now = now.plus(Duration.ofMinutes(59));
    assertThat(session.tick()).isEqualTo(new Step.Nothing());

    // When
    now = now.plus(Duration.ofMinutes(1));
    Step step = session.tick();

    // Then
    assertThat(reason(step)).isEqualTo(RefusalReason.IDLE);
  }

  @Test
  void shouldNameStateAndEventOfAnIllegalTransition() {
    // Given
    recordFrom(0);
    session.pause();

    // When
    Step.Refuse step = (Step.Refuse) audio(0, 100);

    // Then
    assertThat(step.refusal().reason()).isEqualTo(RefusalReason.NOT_STARTED);
    assertThat(step.refusal().detail()).startsWith("Audio came while paused.");
  }

  @Test
  void shouldRefuseAudioBeforeReady() {
    // Given
    session.start(SampleIndex.ZERO, TAB, false);

    // When
    Step step = audio(0, 100);

    // Then
    assertThat(reason(step)).isEqualTo(RefusalReason.NOT_STARTED);
  }

  @Test
  void shouldGiveWayToAnotherRecorder() {
    // Given
    recordFrom(0);

    // When
    Step own = session.claimedBy(new Holder(TAB, 3));
    Step other = session.claimedBy(new Holder("phone", 4));

    // Then
    assertThat(own).isEqualTo(new Step.Nothing());
    assertThat(reason(other)).isEqualTo(RefusalReason.ANOTHER_RECORDER);
  }

  @Test
  void shouldNotGiveWayToARecorderThatItHasReplaced() {
    // Given
    recordFrom(0);

    // When
    Step late = session.claimedBy(new Holder("phone", 1));

    // Then
    assertThat(late).isEqualTo(new Step.Nothing());
    assertThat(session.hasRecorder()).isTrue();
  }

  @Test
  void shouldGiveWayToARecorderThatWasLetInBeforeItHeardOfItsOwnGrant() {
    // Given
    session.start(SampleIndex.ZERO, TAB, false);
    session.claimedBy(new Holder(TAB, 4));
    session.claimedBy(new Holder("phone", 3));
    session.claimedBy(new Holder("laptop", 1));

    // When
    Step step = session.granted(new Holder(TAB, 2), SampleIndex.ZERO, SampleIndex.ZERO, false);

    // Then
    assertThat(reason(step)).isEqualTo(RefusalReason.ANOTHER_RECORDER);
  }

  @Test
  void shouldRecordWhenAllItHeardOfWhileItWaitedWasEarlier() {
    // Given
    session.start(SampleIndex.ZERO, TAB, true);
    session.claimedBy(new Holder("phone", 1));

    // When
    Step step = session.granted(new Holder(TAB, 2), SampleIndex.ZERO, SampleIndex.ZERO, false);

    // Then
    assertThat(step).isEqualTo(new Step.SayReady(SampleIndex.ZERO, LIMITS));
  }

  @Test
  void shouldBelieveAnEventOfAReleaseThatDoesNotCount() {
    assertThat(Holder.granted(TAB, 7L).isReplacedBy(Holder.announced("phone", null))).isTrue();
    assertThat(Holder.granted(TAB, null).isReplacedBy(Holder.announced("phone", 1L))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(EncounterState.class)
  void shouldEndWithTheEncounter(EncounterState encounter) {
    // Given
    recordFrom(0);

    // When
    Step step = session.encounterIs(encounter);

    // Then
    switch (encounter) {
      case PLANNED, RECORDING -> assertThat(step).isEqualTo(new Step.Nothing());
      case WITHDRAWN -> assertThat(reason(step)).isEqualTo(RefusalReason.CONSENT_WITHDRAWN);
      case TRANSCRIBING, DRAFTING, REVIEW, NEEDS_ATTENTION, SIGNED ->
          assertThat(reason(step)).isEqualTo(RefusalReason.RECORDING_ENDED);
    }
  }

  @Test
  void shouldIgnoreWhatComesAfterARefusal() {
    // Given
    recordFrom(0);
    Ticket late = published(0, 100);
    session.refuse(Refusal.of(RefusalReason.SERVICE_BUSY));

    // When
    Step audio = audio(100, 100);
    Step ack = session.acknowledged(late);

    // Then
    assertThat(audio).isEqualTo(new Step.Nothing());
    assertThat(ack).isEqualTo(new Step.Nothing());
    assertThat(session.stop(SampleIndex.of(100))).isEqualTo(new Step.Nothing());
    assertThat(session.tick()).isEqualTo(new Step.Nothing());
  }

  @ParameterizedTest
  @EnumSource(RefusalReason.class)
  void shouldSayWhatToDoAboutEveryRefusal(RefusalReason reason) {
    assertThat(reason.problem().advice()).endsWith(".");
    assertThat(RefusalReason.ofCode(reason.problem().code())).contains(reason);
    assertThat(reason.closeCode() == CloseCode.TRY_AGAIN_LATER)
        .isEqualTo(reason.problem().kind().isRetried());
  }

  /** The protocol's table of closes: a line for each code, with the problems that lead to it. */
  @ParameterizedTest
  @EnumSource(RefusalReason.class)
  void shouldStandInTheProtocolUnderItsCode(RefusalReason reason) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("../docs/protocol.md"))) {
      assertThat(lines.filter(line -> line.startsWith("| " + reason.closeCode().code() + " |")))
          .singleElement()
          .asString()
          .contains("`" + reason.problem().code() + "`");
    }
  }

  @Test
  void shouldTakeOnlySoManyFramesAtOnceHoweverSmallTheyAre() {
    // Given
    recordFrom(0);
    for (int i = 0; i < 100; i++) {
      assertThat(audio(i, 1)).isInstanceOf(Step.Publish.class);
    }

    // When
    Step step = audio(100, 1);

    // Then
    assertThat(reason(step)).isEqualTo(RefusalReason.WINDOW_EXCEEDED);
  }

  @Test
  void shouldKeepNothingAgainThatIsSafe() {
    // Given
    recordFrom(0);
    session.acknowledged(published(0, 100));

    // When
    Step again = audio(0, 100);

    // Then
    assertThat(again).isInstanceOf(Step.Keep.class);
    assertThat(session.acknowledged(((Step.Keep) again).ticket())).isInstanceOf(Step.Nothing.class);
  }

  @Test
  void shouldAcknowledgeWithoutKeepingItWhatIsStoredSinceBefore() {
    // Given
    session.start(SampleIndex.ZERO, TAB, false);
    session.granted(new Holder(TAB, 2), SampleIndex.ZERO, SampleIndex.of(150), false);

    // When
    Step stored = audio(0, 100);
    Step reachesBeyond = audio(100, 100);

    // Then
    assertThat(session.acknowledged(((Step.Keep) stored).ticket()))
        .isEqualTo(new Step.Acknowledge(SampleIndex.of(100)));
    assertThat(reachesBeyond).isInstanceOf(Step.Publish.class);
  }

  @Test
  void shouldSendARecorderBackToWorkThatOnlyRepeatsItself() {
    // Given
    recordFrom(0);
    session.acknowledged(published(0, 100));
    for (int i = 0; i < 10; i++) {
      session.acknowledged(((Step.Keep) audio(0, 100)).ticket());
    }

    // When
    Step step = audio(0, 100);

    // Then
    assertThat(step).isEqualTo(new Step.Refuse(Refusal.gap(SampleIndex.of(100))));
  }

  @Test
  void shouldAcknowledgeNoFasterThanARecordingMayGoOn() {
    // Given
    recordFrom(0);
    Ticket first = published(0, 100);
    Ticket second = published(100, 100);
    assertThat(session.mayAcknowledge(first)).isTrue();

    // Then
    assertThat(session.mayAcknowledge(second)).isFalse();
    now = now.plusMillis(4);
    assertThat(session.mayAcknowledge(second)).isTrue();
  }

  @Test
  void shouldLetNobodyWaitForAcknowledgementsAtTheEnd() {
    // Given
    recordFrom(0);
    session.mayAcknowledge(published(0, 100));
    Ticket last = published(100, 100);

    // When
    session.stop(SampleIndex.of(200));

    // Then
    assertThat(session.mayAcknowledge(last)).isTrue();
  }
}
