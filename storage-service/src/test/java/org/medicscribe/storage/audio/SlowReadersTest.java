package org.medicscribe.storage.audio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.medicscribe.storage.memory.StorageMemory;
import org.medicscribe.storage.testing.SuiteParts;
import org.medicscribe.storage.testing.Tokens;
import org.medicscribe.storage.testing.Visit;

@QuarkusTest
@QuarkusTestResource(SuiteParts.class)
class SlowReadersTest {

  private static final int FIVE_MINUTES = 300 * 16_000;

  private final String rivera = Tokens.of("dr.slow", "clinic-a", "clinician");
  private final List<Socket> sockets = new ArrayList<>();

  @Inject StorageMemory memory;

  @TestHTTPResource
  @SuppressWarnings("NullAway.Init")
  URI door;

  @AfterEach
  void hangUp() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  /** Asks for the whole recording, and reads as far as the status. */
  private String status(Visit visit) throws IOException {
    Socket socket = new Socket();
    sockets.add(socket);
    socket.setReceiveBufferSize(4096);
    socket.setSoTimeout(20_000);
    socket.connect(new InetSocketAddress(door.getHost(), door.getPort()));
    socket
        .getOutputStream()
        .write(
            ("GET "
                    + visit.path()
                    + "/audio HTTP/1.1\r\nHost: storage\r\nAuthorization: Bearer "
                    + rivera
                    + "\r\n\r\n")
                .getBytes(ISO_8859_1));
    InputStream in = socket.getInputStream();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int read = in.read(); read != '\n' && read >= 0; read = in.read()) {
      line.write(read);
    }
    return line.toString(ISO_8859_1).split(" ")[1];
  }

  @Test
  void shouldRefuseMoreThanAFewWhoDoNotReadAndServeEverybodyElse() throws IOException {
    // Given
    Visit visit = Visit.recording(rivera);
    visit.speak(0, FIVE_MINUTES);
    visit.stop(FIVE_MINUTES);
    visit.awaitStored(FIVE_MINUTES);

    // When
    List<String> statuses = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      statuses.add(status(visit));
    }

    // Then
    assertThat(statuses).filteredOn("200"::equals).hasSizeBetween(1, 20);
    assertThat(statuses).filteredOn("200"::equals).hasSizeLessThan(70);
    assertThat(statuses).containsOnly("200", "429");
    assertThat(memory.downloads().used()).isLessThanOrEqualTo(memory.downloads().ceiling());
    Visit other = Visit.recording(Tokens.of("dr.quick", "clinic-a", "clinician"));
    other.speak(0, 16_000);
    other.awaitStored(16_000);
    other.get("/audio").then().statusCode(200);
    visit.get("").then().statusCode(200);

    // and who does not read loses his place
    await().atMost(Duration.ofSeconds(15)).until(() -> memory.downloads().used() == 0);
    visit.get("/audio").then().statusCode(200);
  }
}
