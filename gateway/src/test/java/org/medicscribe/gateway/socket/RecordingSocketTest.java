package org.medicscribe.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.medicscribe.gateway.surroundings.SocketClient.reason;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.events.AudioEvent;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.AudioEvent.StopReason;
import org.medicscribe.events.AudioRecords;
import org.medicscribe.events.Decoded;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.RecordingSettings;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.Topics;
import org.medicscribe.gateway.surroundings.AtTheGateway;
import org.medicscribe.gateway.surroundings.SocketClient;

/** What becomes of the frames of a recorder that was let in. */
@QuarkusTest
class RecordingSocketTest extends AtTheGateway {

  private static final String TAB = "tab-1";

  @Inject Farewell farewell;

  private static String stop(int total) {
    return "{\"type\":\"stop\",\"totalSamples\":%d}".formatted(total);
  }

  @Test
  void shouldKeepARecordingByteForByteAndAcknowledgeIt() {
    // Given
    EncounterId encounter = newVisit();
    byte[] speech = speech(20 * FRAME, 1);

    // When
    try (SocketClient client = open(encounter).record(0, TAB)) {
      send(client, speech, 0, 20 * FRAME);
      client.expectAckThrough(20 * FRAME);
      client.send(stop(20 * FRAME));

      // Then
      assertThat(client.expect("stopped").path("totalSamples").asLong()).isEqualTo(20 * FRAME);
    }
    List<AudioEvent> events = audioOf(encounter);
    assertThat(events.getLast())
        .isEqualTo(new RecordingStopped(SampleIndex.of(20 * FRAME), StopReason.STOPPED).saidBy(1));
    assertThat(samplesOf(events)).isEqualTo(speech);
  }

  @Test
  void shouldSendTheSettingsOfTheRecordingAlong() {
    // Given
    EncounterId encounter = newVisit();

    // When
    try (SocketClient client = open(encounter).record(0, TAB)) {
      client.audio(0, speech(FRAME, 1)).send(stop(FRAME));
      client.expect("stopped");
    }

    // Then
    ConsumerRecord<String, byte[]> chunk =
        kafka.recordsOf(Topics.AUDIO, encounter.toString(), record -> true).getFirst();
    assertThat(AudioRecords.readSettings(chunk.headers()))
        .isEqualTo(new Decoded.Known<>(new RecordingSettings("en", List.of("metoprolol"))));
    assertThat(chunk.headers().lastHeader("traceparent")).as("nobody asked for a trace").isNull();
  }

  @Test
  void shouldSpeakTheSubprotocolOfTheBrowser() {
    try (SocketClient client = open(newVisit())) {
      assertThat(client.subprotocol()).isEqualTo("scribe.v1");
    }
  }

  @Test
  void shouldTakeUpALostRecordingWhereItWasLastSafe() {
    // Given
    EncounterId encounter = newVisit();
    byte[] speech = speech(30 * FRAME, 2);
    SocketClient lost = open(encounter).record(0, TAB);
    send(lost, speech, 0, 10 * FRAME);
    lost.expectAckThrough(5 * FRAME);

    // When
    lost.cut();
    try (SocketClient back = open(encounter).record(5 * FRAME, TAB)) {
      send(back, speech, 5 * FRAME, 30 * FRAME);
      back.send(stop(30 * FRAME));
      back.expect("stopped");
    }

    // Then
    assertThat(samplesOf(audioOf(encounter))).isEqualTo(speech);
  }

  @Test
  void shouldRefuseAGapWithThePositionExpected() {
    try (SocketClient client = open(newVisit()).record(0, TAB)) {
      // Given
      client.audio(0, speech(FRAME, 1));

      // When
      client.audio(2 * FRAME, speech(FRAME, 1));

      // Then
      JsonNode failed = client.expectRefusal(4400);
      assertThat(reason(failed)).isEqualTo("position-gap");
      assertThat(failed.path("expected").asLong()).isEqualTo(FRAME);
    }
  }

  @Test
  void shouldSendALateStarterOfAFreshEncounterBackToTheBeginning() {
    try (SocketClient client = open(newVisit())) {
      // When
      client.start(FRAME, TAB);

      // Then
      JsonNode failed = client.expectRefusal(4400);
      assertThat(reason(failed)).isEqualTo("position-gap");
      assertThat(failed.path("expected").asLong()).isZero();
    }
  }

  @Test
  void shouldRefuseMoreAudioThanTheWindowAndStayUp() {
    // Given
    EncounterId encounter = newVisit();
    kafka.wire().freeze();
    try (SocketClient client = open(encounter).record(0, TAB)) {
      // When
      byte[] second = speech(10 * FRAME, 1);
      for (int i = 0; i < 11; i++) {
        client.audio((long) i * 10 * FRAME, second);
      }

      // Then
      assertThat(reason(client.expectRefusal(1013))).isEqualTo("window-exceeded");
    } finally {
      kafka.wire().thaw();
    }
  }

  @Test
  void shouldAcknowledgeNothingThatKafkaHasNot() throws InterruptedException {
    // Given
    EncounterId encounter = newVisit();
    try (SocketClient client = open(encounter).record(0, TAB)) {
      kafka.wire().freeze();
      try {
        // When
        client.audio(0, speech(FRAME, 1));

        // Then
        Awaitility.await()
            .during(Duration.ofSeconds(1))
            .atMost(Duration.ofSeconds(2))
            .until(() -> !client.hasFrames());
      } finally {
        kafka.wire().thaw();
      }
      client.expectAckThrough(FRAME);
    }
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"dance\"}|unknown-type",
        "UklGRg==|audio-expected",
        "{\"type\":\"start\",\"from\":0,\"recorderId\":\"other\"}|not-started",
        "{\"type\":\"stop\",\"totalSamples\":999999}|position-gap"
      })
  void shouldRefuseTextThatDoesNotFitARecording(String text, String reason) {
    try (SocketClient client = open(newVisit()).record(0, TAB)) {
      // When
      client.send(text);

      // Then
      assertThat(reason(client.expectRefusal(4400))).isEqualTo(reason);
    }
  }

  @Test
  void shouldRefuseAudioBeforeStart() {
    try (SocketClient client = open(newVisit())) {
      // When
      client.audio(0, speech(FRAME, 1));

      // Then
      assertThat(reason(client.expectRefusal(4400))).isEqualTo("not-started");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 8, 11})
  void shouldRefuseABinaryFrameWithoutWholeSamples(int bytes) {
    try (SocketClient client = open(newVisit()).record(0, TAB)) {
      // When
      client.binary(ByteBuffer.allocate(bytes));

      // Then
      assertThat(reason(client.expectRefusal(4400))).isEqualTo("malformed-frame");
    }
  }

  @Test
  void shouldRefuseAFrameAboveTheLimit() {
    try (SocketClient client = open(newVisit()).record(0, TAB)) {
      // When
      client.audio(0, speech(16_001, 1));

      // Then
      assertThat(reason(client.expectRefusal(4400))).isEqualTo("frame-too-large");
    }
  }

  @Test
  void shouldCutOffAFrameAboveTheTransportsOwnBound() {
    try (SocketClient client = open(newVisit()).record(0, TAB)) {
      // When
      client.audioThatIsCutOff(0, speech(64_000, 1));

      // Then
      assertThat(client.expectEnd()).isEqualTo(1006);
    }
  }

  @Test
  void shouldSendEverybodyElsewhereWhenItStops() {
    try (SocketClient recorder = open(newVisit()).record(0, TAB);
        SocketClient reader = open(newVisit())) {
      // Given
      recorder.audio(0, speech(FRAME, 1));
      recorder.expectAckThrough(FRAME);

      // When
      farewell.sayGoodbye();

      // Then
      assertThat(recorder.expectClose()).isEqualTo(1012);
      assertThat(reader.expectClose()).isEqualTo(1012);
    }
  }

  @Test
  void shouldGoOnAfterAPause() {
    EncounterId encounter = newVisit();
    byte[] speech = speech(4 * FRAME, 3);
    try (SocketClient client = open(encounter).record(0, TAB)) {
      // Given
      send(client, speech, 0, 2 * FRAME);
      client.send("{\"type\":\"pause\"}");

      // When
      client.send("{\"type\":\"resume\"}");
      send(client, speech, 2 * FRAME, 4 * FRAME);
      client.send(stop(4 * FRAME));

      // Then
      client.expect("stopped");
    }
    assertThat(samplesOf(audioOf(encounter))).isEqualTo(speech);
  }

  @Test
  void shouldTakeNoAudioWhilePaused() {
    try (SocketClient client = open(newVisit()).record(0, TAB)) {
      // Given
      client.send("{\"type\":\"pause\"}");

      // When
      client.audio(0, speech(FRAME, 1));

      // Then
      assertThat(reason(client.expectRefusal(4400))).isEqualTo("not-started");
    }
  }

  @Test
  void shouldNotLetTinyFramesDisturbAColleague() {
    // Given
    byte[] sample = speech(1, 1);
    try (SocketClient loud = open(newVisit()).record(0, TAB);
        SocketClient colleague = open(newVisit()).record(0, TAB)) {
      // When
      int sent = loud.sendUntilClosed(60_000, sample);
      send(colleague, speech(10 * FRAME, 2), 0, 10 * FRAME);

      // Then
      assertThat(reason(loud.expectRefusal(1013))).isEqualTo("window-exceeded");
      assertThat(sent).isLessThan(60_000);
      colleague.expectAckThrough(10 * FRAME);
    }
  }

  @Test
  void shouldCloseTheSocketOfAVisitThatIsSigned() throws Exception {
    // Given
    EncounterId encounter = newVisit();
    try (SocketClient watcher = open(encounter)) {
      byte[] signed =
          "{\"type\":\"encounter-changed\",\"encounterId\":\"%s\",\"state\":\"signed\"}"
              .formatted(encounter)
              .getBytes(StandardCharsets.UTF_8);

      // When
      Awaitility.await()
          .until(() -> {
            kafka.publish(Topics.LIVE, encounter.toString(), signed);
            return watcher.hasFrames();
          });

      // Then
      assertThat(watcher.expect("state").path("state").asText()).isEqualTo("signed");
      assertThat(watcher.expectClose()).isEqualTo(1000);
    }
  }
}
