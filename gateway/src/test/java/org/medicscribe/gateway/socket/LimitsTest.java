package org.medicscribe.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.medicscribe.gateway.surroundings.SocketClient.reason;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.AudioEvent.StopReason;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.Topics;
import org.medicscribe.gateway.surroundings.AtTheGateway;
import org.medicscribe.gateway.surroundings.LogLines;
import org.medicscribe.gateway.surroundings.SocketClient;
import org.medicscribe.gateway.surroundings.TightLimits;

@QuarkusTest
@TestProfile(TightLimits.class)
class LimitsTest extends AtTheGateway {

  @Test
  void shouldCloseARecorderThatSendsNothing() {
    try (SocketClient client = open(newVisit()).record(0, "tab")) {
      assertThat(reason(client.expectRefusal(4408))).isEqualTo("idle");
    }
  }

  @Test
  void shouldCloseARecorderThatStaysPaused() {
    try (SocketClient client = open(newVisit()).record(0, "tab")) {
      client.send("{\"type\":\"pause\"}");
      assertThat(reason(client.expectRefusal(4408))).isEqualTo("idle");
    }
  }

  @Test
  void shouldKeepAllOfARecordingThatReachesTheLimit() {
    // Given
    EncounterId encounter = newVisit();
    byte[] speech = speech(32_000 + FRAME, 1);

    // When
    try (SocketClient client = open(encounter).record(0, "tab")) {
      for (int from = 0; from < speech.length / SampleIndex.BYTES; from += FRAME) {
        client.audio(from, part(speech, from, from + FRAME));
        if (from + FRAME <= 32_000) {
          client.expectAckThrough(from + FRAME);
        }
      }

      // Then
      assertThat(client.expect("stopped").path("totalSamples").asLong()).isEqualTo(32_000);
      assertThat(reason(client.expectRefusal(4413))).isEqualTo("too-long");
    }
    assertThat(audioOf(encounter).getLast())
        .isEqualTo(
            new RecordingStopped(SampleIndex.of(32_000), StopReason.LIMIT_REACHED).saidBy(1));
    assertThat(samplesOf(audioOf(encounter))).isEqualTo(part(speech, 0, 32_000));
  }

  @Test
  void shouldAskForPatienceWhenThereAreTooManySockets() {
    try (SocketClient first = open(newVisit());
        SocketClient second = open(newVisit());
        SocketClient third = open(newVisit())) {
      assertThat(reason(third.expectRefusal(1013))).isEqualTo("service-busy");
      assertThat(first.subprotocol()).isEqualTo(second.subprotocol());
    }
  }

  @Test
  void shouldAskForPatienceWhenKafkaTakesNothing() {
    // Given
    try (SocketClient client = open(newVisit()).record(0, "tab")) {
      kafka.wire().freeze();
      try {
        // When
        client.audio(0, speech(FRAME, 1));

        // Then
        assertThat(reason(client.expectRefusal(1013))).isEqualTo("kafka-unavailable");
      } finally {
        kafka.wire().thaw();
      }
    }
  }

  @Test
  void shouldLetGoOfAReaderThatDoesNotRead() throws Exception {
    // Given
    EncounterId encounter = newVisit();
    try (SocketClient reader = open(encounter).holdingStill()) {
      byte[] update =
          "{\"type\":\"note-delta\",\"encounterId\":\"%s\",\"noteRequestId\":\"%s\",\"section\":\"plan\",\"text\":\"%s\"}"
              .formatted(encounter, encounter, "x".repeat(500_000))
              .getBytes(StandardCharsets.UTF_8);

      // When
      try (LogLines log = LogLines.capture()) {
        for (int i = 0; i < 60 && log.lines().stream().noneMatch(isRefusal()); i++) {
          kafka.publish(Topics.LIVE, encounter.toString(), update);
        }
        Awaitility.await().until(() -> log.lines().stream().anyMatch(isRefusal()));
      }
      reader.readOn();

      // Then
      assertThat(reason(reader.expectRefusal(1013))).isEqualTo("slow-reader");
    }
  }

  private static Predicate<String> isRefusal() {
    return line -> line.contains("slow-reader");
  }
}
