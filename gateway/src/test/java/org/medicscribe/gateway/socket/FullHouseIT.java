package org.medicscribe.gateway.socket;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.medicscribe.gateway.surroundings.SocketClient.reason;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.gateway.surroundings.PackagedSurroundings;
import org.medicscribe.gateway.surroundings.SocketClient;

/** As many recorders as a small heap has places for, and one more. */
class FullHouseIT {

  private static final int FRAME = SocketClient.FRAME;
  private static final int HEAP_MEGABYTES = 64;

  /** What 64 MB must be good for; 192 MB are then good for 700. */
  private static final int AT_LEAST = 700 * HEAP_MEGABYTES / 192;

  @Test
  void shouldRecordAllItLetsInAndSendTheNextAway() throws Exception {
    try (PackagedSurroundings around = PackagedSurroundings.start(HEAP_MEGABYTES, Map.of())) {
      List<SocketClient> recorders = new ArrayList<>();
      try {
        // Given
        JsonNode refusal = null;
        for (int i = 0; refusal == null && i < 10 * AT_LEAST; i++) {
          String user = "clinician-" + i;
          SocketClient client =
              SocketClient.open(
                  around.gateway().port(),
                  around.storage().visitOf(user).id(),
                  around.issuer().tokenOf(user));
          JsonNode first = client.start(0, "tab").expectOneOf("ready", "failed");
          if (first.path("type").asText().equals("ready")) {
            recorders.add(client);
          } else {
            refusal = first;
          }
        }

        // When
        for (int i = 0; i < 5; i++) {
          for (SocketClient recorder : recorders) {
            recorder.audio((long) FRAME * i, new byte[FRAME * SampleIndex.BYTES]);
          }
        }

        // Then
        assertThat(refusal).isNotNull();
        assertThat(reason(requireNonNull(refusal))).isEqualTo("service-busy");
        assertThat(recorders).hasSizeGreaterThanOrEqualTo(AT_LEAST);
        for (SocketClient recorder : recorders) {
          recorder.expectAckThrough(5L * FRAME);
        }
        assertThat(around.gateway().isAlive()).isTrue();
      } finally {
        recorders.forEach(SocketClient::close);
      }
    }
  }
}
