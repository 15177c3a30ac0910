package org.medicscribe.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.AudioEvent;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.AudioEvent.StopReason;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.gateway.surroundings.AtTheGateway;
import org.medicscribe.gateway.surroundings.SocketClient;

@QuarkusTest
class RecordingSocketTest extends AtTheGateway {

  @Test
  void shouldKeepARecordingByteForByteAndAcknowledgeIt() {
    // Given
    EncounterId encounter = newVisit();
    byte[] speech = speech(20 * FRAME, 1);

    // When
    try (SocketClient client = open(encounter).record(0, "tab-1")) {
      send(client, speech, 0, 20 * FRAME);
      client.expectAckThrough(20 * FRAME);
      client.send("{\"type\":\"stop\",\"totalSamples\":%d}".formatted(20 * FRAME));

      // Then
      assertThat(client.expect("stopped").path("totalSamples").asLong()).isEqualTo(20 * FRAME);
    }
    List<AudioEvent> events = audioOf(encounter);
    assertThat(events.getLast())
        .isEqualTo(new RecordingStopped(SampleIndex.of(20 * FRAME), StopReason.STOPPED));
    assertThat(samplesOf(events)).isEqualTo(speech);
  }

  @Test
  void shouldSpeakTheSubprotocolOfTheBrowser() {
    try (SocketClient client = open(newVisit())) {
      assertThat(client.subprotocol()).isEqualTo("scribe.v1");
    }
  }
}
