package org.medicscribe.storage.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.medicscribe.edge.catalogue.ProblemType;
import org.medicscribe.storage.encounter.RecorderClaim.Desk;

class RecorderClaimTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final RecorderClaim CLAIM = new RecorderClaim("phone", false, false);

  @Test
  void shouldGrantTheFirstClaim() {
    assertThat(CLAIM.refusal(desk(null, null), NOW, SILENCE)).isEmpty();
  }

  @Test
  void shouldLetTheSameRecorderComeBackAtAnyTime() {
    assertThat(CLAIM.refusal(desk("phone", NOW), NOW, SILENCE)).isEmpty();
  }

  @Test
  void shouldRefuseASecondRecorderWhileTheFirstIsHeard() {
    assertThat(CLAIM.refusal(desk("tab", NOW.minusSeconds(29)), NOW, SILENCE))
        .contains(ProblemType.ANOTHER_RECORDER);
  }

  @Test
  void shouldGiveWayOnceTheFirstHasBeenSilent() {
    assertThat(CLAIM.refusal(desk("tab", NOW.minusSeconds(30)), NOW, SILENCE)).isEmpty();
  }

  @Test
  void shouldLetSomebodyTakeOver() {
    assertThat(new RecorderClaim("phone", true, false).refusal(desk("tab", NOW), NOW, SILENCE))
        .isEmpty();
  }

  @Test
  void shouldNeverMixAFinishedRecordingWithAnother() {
    // Given
    Instant longAgo = NOW.minus(SILENCE.multipliedBy(10));
    Desk begunFile = new Desk(false, true, false, "upload-a", true, longAgo);
    RecorderClaim otherFile = new RecorderClaim("upload-b", true, true);
    RecorderClaim device = new RecorderClaim("phone", true, false);

    // Then
    assertThat(otherFile.refusal(begunFile, NOW, SILENCE)).contains(ProblemType.ANOTHER_RECORDING);
    assertThat(device.refusal(begunFile, NOW, SILENCE)).contains(ProblemType.ANOTHER_RECORDING);
    assertThat(otherFile.refusal(desk("tab", longAgo), NOW, SILENCE))
        .contains(ProblemType.ANOTHER_RECORDING);
    assertThat(new RecorderClaim("upload-a", false, true).refusal(begunFile, NOW, SILENCE))
        .isEmpty();
  }

  @Test
  void shouldRefuseEverybodyWithoutConsentAndAfterTheEnd() {
    RecorderClaim takeOver = new RecorderClaim("phone", true, false);
    assertThat(takeOver.refusal(new Desk(false, false, false, null, false, null), NOW, SILENCE))
        .contains(ProblemType.NO_CONSENT);
    assertThat(takeOver.refusal(new Desk(true, false, false, null, false, null), NOW, SILENCE))
        .contains(ProblemType.CONSENT_WITHDRAWN);
    assertThat(takeOver.refusal(new Desk(false, true, true, "phone", false, NOW), NOW, SILENCE))
        .contains(ProblemType.RECORDING_ENDED);
  }

  private static Desk desk(@Nullable String recorderId, @Nullable Instant lastSign) {
    return new Desk(false, true, false, recorderId, false, lastSign);
  }
}
