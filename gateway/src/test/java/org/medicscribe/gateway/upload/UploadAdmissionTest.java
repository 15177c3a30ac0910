package org.medicscribe.gateway.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.gateway.memory.GatewayMemory;
import org.medicscribe.gateway.surroundings.AtTheGateway;

/** Who may send a finished recording, when, and how many at a time. */
@QuarkusTest
class UploadAdmissionTest extends AtTheGateway {

  private static final int CLOCK = 16_000;
  private static final String SENDER = "dr.sender";

  @Inject GatewayMemory memory;

  private ValidatableResponse upload(String user) {
    return given()
        .auth()
        .oauth2(issuer.tokenOf(user))
        .contentType("audio/wav")
        .body(WavFiles.file(WavFiles.PCM, 16, 1, CLOCK, speech(CLOCK, 21)))
        .post("/api/encounters/" + storage.visitOf(user).id() + "/audio")
        .then();
  }

  /** Sends the beginning of a recording, and no more. */
  private Socket stalled(String user, String... headers) throws IOException {
    Socket connection = new Socket("127.0.0.1", url.getPort());
    String head =
        "POST /api/encounters/%s/audio HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n"
            + "Content-Length: 1000000\r\n%s\r\n";
    connection
        .getOutputStream()
        .write(
            WavFiles.ascii(
                head.formatted(
                    storage.visitOf(user).id(),
                    issuer.tokenOf(user),
                    headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n")));
    connection
        .getOutputStream()
        .write(WavFiles.file(WavFiles.PCM, 16, 1, CLOCK, new byte[100], 999_956));
    return connection;
  }

  private static String answer(Socket connection) throws IOException {
    return new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))
        .readLine();
  }

  @Test
  void shouldGiveUpOnSendersThatStallAndKeepPlacesForOthersMeanwhile() throws IOException {
    try (Socket first = stalled(SENDER);
        Socket second = stalled(SENDER)) {
      // Given
      Awaitility.await().until(() -> memory.uploads().used() == 2 * 3L * 1024 * 1024);

      // Then
      upload(SENDER)
          .statusCode(429)
          .header("Retry-After", notNullValue())
          .body("type", endsWith("too-many-uploads"));
      upload("dr.other").statusCode(202);
      assertThat(answer(first)).contains("408");
      assertThat(answer(second)).contains("408");
    }
    upload(SENDER).statusCode(202);
    assertThat(memory.uploads().used()).isZero();
  }

  @Test
  void shouldAskForABodyOnlyWhenItIsWanted() throws IOException {
    try (Socket unwanted =
            stalled(SENDER, "Expect: 100-continue", "Content-Type: application/json");
        Socket wanted = stalled(SENDER, "Expect: 100-continue", "Content-Type: audio/wav")) {
      assertThat(answer(unwanted)).contains("415");
      assertThat(answer(wanted)).contains("100");
    }
    Awaitility.await().until(() -> memory.uploads().used() == 0);
  }

  @Test
  void shouldRefuseWhoeverIsNoClinicianWhateverTheVisit() {
    given()
        .auth()
        .oauth2(issuer.adminTokenOf("root"))
        .contentType("audio/wav")
        .body(new byte[SampleIndex.BYTES])
        .post("/api/encounters/" + storage.visitOf("root").id() + "/audio")
        .then()
        .statusCode(403)
        .body("type", endsWith("forbidden"));
  }
}
