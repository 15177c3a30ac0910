package org.medicscribe.gateway.encounter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.medicscribe.gateway.memory.GatewayMemory;
import org.medicscribe.gateway.surroundings.AtTheGateway;
import org.medicscribe.gateway.surroundings.SocketClient;

@QuarkusTest
class DownloadsTest extends AtTheGateway {

  private static final String LISTENER = "dr.listener";
  private static final int PER_USER = 4;

  @Inject GatewayMemory memory;

  /** Asks for a recording without end, and reads nothing of it. */
  private Socket listenToNothing() throws IOException {
    Socket connection = new Socket();
    connection.setReceiveBufferSize(8_192);
    connection.connect(new java.net.InetSocketAddress("127.0.0.1", url.getPort()));
    String request =
        "GET /api/encounters/%s/audio?endless HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n";
    connection
        .getOutputStream()
        .write(
            request
                .formatted(storage.visitOf(LISTENER).id(), issuer.tokenOf(LISTENER))
                .getBytes(StandardCharsets.US_ASCII));
    return connection;
  }

  private int listen(String user) {
    return given()
        .auth()
        .oauth2(issuer.tokenOf(user))
        .header("Range", "bytes=0-99")
        .get("/api/encounters/" + storage.visitOf(user).id() + "/audio")
        .statusCode();
  }

  @Test
  void shouldLetGoOfListenersThatTakeNothingAndServeOthersMeanwhile() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      // Given
      for (int i = 0; i < PER_USER; i++) {
        slow.add(listenToNothing());
      }
      Awaitility.await().until(() -> memory.downloads().used() == PER_USER * 256L * 1024);

      // Then
      given()
          .auth()
          .oauth2(issuer.tokenOf(LISTENER))
          .get("/api/encounters/" + storage.visitOf(LISTENER).id() + "/audio")
          .then()
          .statusCode(503)
          .body("type", endsWith("service-busy"));
      assertThat(listen(CLINICIAN)).isEqualTo(206);
      try (SocketClient recorder = open(newVisit()).record(0, "tab")) {
        recorder.audio(0, speech(FRAME, 1));
        recorder.expectAckThrough(FRAME);
      }
      Awaitility.await().until(() -> memory.downloads().used() == 0);
      assertThat(listen(LISTENER)).isEqualTo(206);
    } finally {
      for (Socket connection : slow) {
        connection.close();
      }
    }
  }
}
