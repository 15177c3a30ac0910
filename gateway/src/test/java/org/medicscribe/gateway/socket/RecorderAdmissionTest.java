package org.medicscribe.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.medicscribe.gateway.surroundings.SocketClient.FRAME;
import static org.medicscribe.gateway.surroundings.SocketClient.reason;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.events.AudioEvent;
import org.medicscribe.events.AudioEvent.RecorderChanged;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.EventJson;
import org.medicscribe.events.LiveEvent;
import org.medicscribe.events.Topics;
import org.medicscribe.gateway.surroundings.AtTheGateway;
import org.medicscribe.gateway.surroundings.LogLines;
import org.medicscribe.gateway.surroundings.SocketClient;
import org.medicscribe.gateway.surroundings.StandInVisit;

/** Who may stand at the door of a visit, who may record it, and for how long. */
@QuarkusTest
class RecorderAdmissionTest extends AtTheGateway {

  private static final String TAB = "tab-1";

  private void announce(EncounterId encounter, String recorder, long claim) throws Exception {
    kafka.publish(
        Topics.LIVE,
        encounter.toString(),
        EventJson.live().write(new LiveEvent.RecorderClaimed(encounter, recorder, claim)));
  }

  /** As storage-service does once it has let the recorder in. */
  private void announce(StandInVisit visit, String recorder) throws Exception {
    Awaitility.await().until(() -> visit.isRecordedBy(recorder));
    announce(visit.id(), recorder, visit.claims());
  }

  @Test
  void shouldRefuseWithoutConsent() {
    try (SocketClient client = open(storage.visitOf(CLINICIAN).withoutConsent().id())) {
      // When
      client.start(0, TAB);

      // Then
      JsonNode failed = client.expectRefusal(4403);
      assertThat(reason(failed)).isEqualTo("no-consent");
      assertThat(failed.at("/problem/detail").asText()).contains("consent");
    }
  }

  @Test
  void shouldRefuseASecondRecorder() {
    try (SocketClient client = open(storage.visitOf(CLINICIAN).recordedBy("phone").id())) {
      // When
      client.start(0, TAB);

      // Then
      assertThat(reason(client.expectRefusal(4409))).isEqualTo("another-recorder");
    }
  }

  @Test
  void shouldCloseTheRecorderThatWasReplaced() throws Exception {
    // Given
    EncounterId encounter = newVisit();
    try (SocketClient client = open(encounter).record(0, TAB)) {
      // When
      announce(encounter, "phone", 2);

      // Then
      assertThat(reason(client.expectRefusal(4409))).isEqualTo("another-recorder");
    }
  }

  @Test
  void shouldPutARecorderBehindTheOneItFollows() throws Exception {
    // Given
    StandInVisit visit = storage.visitOf(CLINICIAN);
    try (SocketClient replaced = open(visit.id()).record(0, "phone");
        SocketClient client = open(visit.id())) {
      replaced.audio(0, speech(2 * FRAME, 1));
      replaced.expectAckThrough(2 * FRAME);

      // When
      client.takeOver(FRAME, TAB);
      announce(visit, TAB);

      // Then a mark stands behind all that was sent
      List<AudioEvent> log = audioUpTo(visit.id(), RecorderChanged.class);
      assertThat(log).hasSize(2);
      assertThat(log.getLast()).isEqualTo(new RecorderChanged(2));

      // and the recorder is let in when it is known where that ends
      visit.beginsAt(2 * FRAME);
      assertThat(client.expect("ready").path("next").asLong()).isEqualTo(2 * FRAME);
      client.audio(2 * FRAME, speech(FRAME, 2));
      client.expectAckThrough(3 * FRAME);
    }
  }

  @Test
  void shouldLetNobodyInWhoWasReplacedWhileItWaited() throws Exception {
    // Given
    StandInVisit visit = storage.visitOf(CLINICIAN).recordedBy("phone");
    try (SocketClient client = open(visit.id());
        SocketClient later = open(visit.id())) {
      client.takeOver(0, TAB);
      announce(visit, TAB);
      audioUpTo(visit.id(), RecorderChanged.class);

      // When
      later.takeOver(0, "tablet");

      // Then
      assertThat(reason(client.expectRefusal(4409))).isEqualTo("another-recorder");
    }
  }

  @Test
  void shouldNotFollowARecorderThatCannotHaveHeardOfIt() throws Exception {
    // Given
    StandInVisit visit = storage.visitOf(CLINICIAN).recordedBy("phone");
    try (SocketClient unannounced = open(visit.id());
        SocketClient announced = open(visit.id())) {
      // When
      unannounced.takeOver(0, TAB);
      assertThat(reason(unannounced.expectRefusal(1013))).isEqualTo("storage-unavailable");
      announced.takeOver(0, "tablet");
      announce(visit, "tablet");

      // Then
      assertThat(audioUpTo(visit.id(), RecorderChanged.class))
          .containsExactly(new RecorderChanged(visit.claims()));
    }
  }

  @Test
  void shouldStopWhenConsentIsWithdrawn() throws Exception {
    // Given
    EncounterId encounter = newVisit();
    try (SocketClient client = open(encounter).record(0, TAB)) {
      // When
      kafka.publish(
          Topics.LIVE,
          encounter.toString(),
          ("{\"type\":\"encounter-changed\",\"encounterId\":\"%s\",\"state\":\"withdrawn\"}")
              .formatted(encounter)
              .getBytes(StandardCharsets.UTF_8));

      // Then
      assertThat(reason(client.expectRefusal(4403))).isEqualTo("consent-withdrawn");
    }
  }

  @Test
  void shouldRefuseToRecordWhatHasEnded() {
    try (SocketClient client = open(storage.visitOf(CLINICIAN).ended().id())) {
      // When
      client.start(0, TAB);

      // Then
      assertThat(reason(client.expectRefusal(4409))).isEqualTo("recording-ended");
    }
  }

  @Test
  void shouldEndAWatcherWithItsToken() {
    try (SocketClient watcher = openWithATokenThatEndsSoon(newVisit())) {
      assertThat(reason(watcher.expectRefusal(4401))).isEqualTo("unauthenticated");
    }
  }

  @Test
  void shouldLetARecordingOutliveItsTokenAndEndWithIt() {
    // Given
    Instant end = Instant.now().plusSeconds(2);
    try (SocketClient client = openWithATokenThatEndsSoon(newVisit()).record(0, TAB)) {
      Awaitility.await().until(() -> Instant.now().isAfter(end.plusMillis(500)));

      // When
      client.audio(0, speech(FRAME, 1));
      client.expectAckThrough(FRAME);
      client.send("{\"type\":\"stop\",\"totalSamples\":%d}".formatted(FRAME));

      // Then
      client.expect("stopped");
      assertThat(reason(client.expectRefusal(4401))).isEqualTo("unauthenticated");
    }
  }

  private SocketClient openWithATokenThatEndsSoon(EncounterId encounter) {
    return SocketClient.open(
        url.getPort(), encounter, issuer.tokenOf(CLINICIAN, Duration.ofSeconds(2)));
  }

  @Test
  void shouldNotShowAnEncounterOfSomebodyElse() {
    try (SocketClient client = open(storage.visitOf("dr.rivera").id())) {
      assertThat(reason(client.expectRefusal(4404))).isEqualTo("encounter-not-found");
    }
  }

  @ParameterizedTest
  @CsvSource({"dr.rivera, clinic-a", CLINICIAN + ", clinic-b"})
  void shouldNotTrustAGrantThatNamesAnotherOwner(String subject, String tenant) {
    try (LogLines log = LogLines.capture();
        SocketClient client = open(storage.visitOf(CLINICIAN).namingOwner(subject, tenant).id())) {
      assertThat(reason(client.expectRefusal(4404))).isEqualTo("encounter-not-found");
      assertThat(log.lines()).anyMatch(line -> line.contains("granted somebody else's encounter"));
    }
  }

  @Test
  void shouldNotTrustAnAnswerThatNamesNoOwner() {
    try (LogLines log = LogLines.capture();
        SocketClient client = open(storage.visitOf(CLINICIAN).namingNoOwner().id())) {
      assertThat(reason(client.expectRefusal(4404))).isEqualTo("encounter-not-found");
      assertThat(log.lines()).anyMatch(line -> line.contains("names no owner"));
    }
  }

  @Test
  void shouldAskForPatienceWhileStorageIsDown() {
    // Given
    EncounterId encounter = newVisit();
    storage.isDown(true);
    try (SocketClient client = open(encounter)) {
      // Then
      assertThat(reason(client.expectRefusal(1013))).isEqualTo("storage-unavailable");
    } finally {
      storage.isDown(false);
    }
  }

  @Test
  void shouldNotEndARecordingWhenItsTokenExpires() {
    // Given
    EncounterId encounter = newVisit();
    String token = issuer.tokenOf(CLINICIAN, Duration.ofSeconds(2));
    try (SocketClient client = SocketClient.open(url.getPort(), encounter, token).record(0, TAB)) {
      client.audio(0, speech(FRAME, 1));
      client.expectAckThrough(FRAME);

      // When
      Awaitility.await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
      client.audio(FRAME, speech(FRAME, 2));

      // Then
      client.expectAckThrough(2 * FRAME);
      assertThatThrownBy(() -> SocketClient.open(url.getPort(), encounter, token))
          .hasRootCauseMessage("Unexpected HTTP response status code 401");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nobody", "a.b.c"})
  void shouldRefuseAWrongTokenBeforeTheUpgrade(String token) {
    assertThatThrownBy(() -> SocketClient.open(url.getPort(), newVisit(), token + "x"))
        .hasRootCauseMessage("Unexpected HTTP response status code 401");
  }
}
