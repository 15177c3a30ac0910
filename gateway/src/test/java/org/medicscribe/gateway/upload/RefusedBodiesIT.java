package org.medicscribe.gateway.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.gateway.surroundings.Flood;
import org.medicscribe.gateway.surroundings.LocalIssuer;
import org.medicscribe.gateway.surroundings.LocalKafka;
import org.medicscribe.gateway.surroundings.PackagedGateway;
import org.medicscribe.gateway.surroundings.PackagedSurroundings;
import org.medicscribe.gateway.surroundings.SocketClient;
import org.medicscribe.gateway.surroundings.StorageStandIn;

/** A gateway with a heap of 64 MB, and a gigabyte for each way to be refused. */
class RefusedBodiesIT {

  private static final long GIGABYTE = 1024L * 1024 * 1024;

  /** What the gateway drops before it hangs up, and what the buffers of two sockets hold. */
  private static final long FEW = 64L * 1024 * 1024;

  private static final String CLINICIAN = "dr.chen";
  private static final int CLOCK = 16_000;

  private static PackagedSurroundings around;
  private static LocalKafka kafka;
  private static LocalIssuer issuer;
  private static StorageStandIn storage;
  private static PackagedGateway gateway;

  @BeforeAll
  static void start() throws Exception {
    around = PackagedSurroundings.start(64, Map.of("gateway.upload.patience", "3s"));
    kafka = around.kafka();
    issuer = around.issuer();
    storage = around.storage();
    gateway = around.gateway();
  }

  @AfterAll
  static void stop() {
    around.close();
  }

  private static String audio(String method, String visit, String token, String type) {
    return "%s /api/encounters/%s/audio HTTP/1.1\r\n%sContent-Type: %s\r\n"
        .formatted(method, visit, authorized(token), type);
  }

  private static String authorized(String token) {
    return token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
  }

  private static String visit() {
    return storage.visitOf(CLINICIAN).id().toString();
  }

  /** A WAV file that says how many bytes of samples follow. */
  private static byte[] wav(long promised, int rate) {
    ByteBuffer file = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
    file.put(WavFiles.ascii("RIFF")).putInt((int) (36 + promised)).put(WavFiles.ascii("WAVE"));
    file.put(WavFiles.ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
    file.putInt(rate).putInt(rate * 2).putShort((short) 2).putShort((short) 16);
    return file.put(WavFiles.ascii("data")).putInt((int) promised).array();
  }

  static Stream<Arguments> refusals() {
    String token = issuer.tokenOf(CLINICIAN);
    String mine = visit();
    byte[] none = {};
    byte[] recording = wav(GIGABYTE / 8, CLOCK);
    String json = authorized(token) + "Content-Type: application/json\r\n";
    return Stream.of(
        Arguments.of(401, audio("POST", mine, "", "audio/wav"), recording),
        Arguments.of(403, audio("POST", mine, issuer.adminTokenOf("root"), "audio/wav"), recording),
        Arguments.of(404, audio("POST", "nothing", token, "audio/wav"), recording),
        Arguments.of(
            404,
            audio("POST", storage.visitOf("dr.rivera").id().toString(), token, "audio/wav"),
            recording),
        Arguments.of(
            409,
            audio(
                "POST",
                storage.visitOf(CLINICIAN).withoutConsent().id().toString(),
                token,
                "audio/wav"),
            recording),
        Arguments.of(
            409,
            audio("POST", storage.visitOf(CLINICIAN).ended().id().toString(), token, "audio/wav"),
            recording),
        Arguments.of(
            409,
            audio(
                "POST",
                storage.visitOf(CLINICIAN).recordedBy("phone").id().toString(),
                token,
                "audio/wav"),
            recording),
        Arguments.of(415, audio("POST", mine, token, "multipart/form-data; boundary=x"), none),
        Arguments.of(415, audio("POST", mine, token, "application/json"), none),
        Arguments.of(415, audio("POST", mine, token, "audio/mpeg"), WavFiles.ascii("ID3\4\0\0")),
        Arguments.of(413, "POST /api/encounters HTTP/1.1\r\n" + json, none),
        Arguments.of(413, "PUT /api/encounters/" + mine + "/note HTTP/1.1\r\n" + json, none),
        Arguments.of(413, "PATCH /api/encounters/" + mine + " HTTP/1.1\r\n" + json, none),
        Arguments.of(413, "GET /api/encounters HTTP/1.1\r\n" + json, none),
        Arguments.of(404, "PUT /api/encounters/" + mine + "/recorder HTTP/1.1\r\n" + json, none),
        Arguments.of(405, "POST /api/engines HTTP/1.1\r\n" + json, none),
        Arguments.of(404, "POST /api/nowhere HTTP/1.1\r\n" + json, none),
        Arguments.of(404, "POST /nowhere HTTP/1.1\r\n" + json, none),
        Arguments.of(404, "POST /ws/encounters/nothing HTTP/1.1\r\n" + json, none));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("refusals")
  void shouldNotReadWhatItRefuses(int status, String head, byte[] beginning) throws Exception {
    for (boolean chunked : new boolean[] {false, true}) {
      // When
      Flood.End end = Flood.send(gateway.port(), head, beginning, GIGABYTE, chunked);

      // Then
      assertThat(end.status()).as(end.answer()).isEqualTo(status);
      assertThat(end.sent()).isLessThan(FEW);
      assertThat(gateway.isAlive()).isTrue();
    }
  }

  /** What the header of a file promises may be a placeholder; what came is counted. */
  @Test
  void shouldReadNoMoreThanTheLongestVisitOfAFileWhoseLengthNobodyKnows() throws Exception {
    // Given
    String head = audio("POST", visit(), issuer.tokenOf(CLINICIAN), "audio/wav");

    // When
    Flood.End end = Flood.send(gateway.port(), head, wav(GIGABYTE, 8_000), GIGABYTE, true);

    // Then
    long threeHours = 3L * 3_600 * 8_000 * 2;
    assertThat(end.status()).as(end.answer()).isEqualTo(413);
    assertThat(end.sent()).isLessThan(threeHours + FEW);
    assertThat(gateway.isAlive()).isTrue();
  }

  @Test
  void shouldRefuseATooLongFileByTheLengthOfItsRequest() throws Exception {
    // Given
    String head = audio("POST", visit(), issuer.tokenOf(CLINICIAN), "audio/wav");

    // When
    Flood.End end = Flood.send(gateway.port(), head, wav(GIGABYTE, 8_000), GIGABYTE, false);

    // Then
    assertThat(end.status()).as(end.answer()).isEqualTo(413);
    assertThat(end.sent()).isLessThan(FEW);
  }

  @Test
  void shouldHoldBackASenderWhileKafkaTakesNothing() throws Exception {
    // Given
    String head = audio("POST", visit(), issuer.tokenOf(CLINICIAN), "audio/wav");
    kafka.wire().freeze();
    Flood.End end;
    try {
      // When
      end = Flood.send(gateway.port(), head, wav(300_000_000, CLOCK), 300_000_044, false);
    } finally {
      kafka.wire().thaw();
    }

    // Then
    assertThat(end.status()).as(end.answer()).isEqualTo(503);
    assertThat(end.sent()).isLessThan(FEW);
    assertThat(gateway.isAlive()).isTrue();
  }

  @Test
  void shouldRecordBesideThoseItRefuses() throws Exception {
    // Given
    String token = issuer.tokenOf(CLINICIAN);
    String refused = audio("POST", visit(), token, "application/json");
    try (SocketClient recorder =
        SocketClient.open(gateway.port(), storage.visitOf(CLINICIAN).id(), token)
            .record(0, "tab")) {
      for (int i = 0; i < 10; i++) {
        // When
        assertThat(Flood.send(gateway.port(), refused, new byte[0], GIGABYTE, true).status())
            .isEqualTo(415);
        recorder.audio(1_600L * i, new byte[1_600 * SampleIndex.BYTES]);
      }

      // Then
      recorder.expectAckThrough(16_000);
    }
    assertThat(gateway.metric("memory_budget_used_bytes", "share=\"uploads\"")).isZero();
    assertThat(gateway.metric("memory_budget_used_bytes", "share=\"bodies\"")).isZero();
  }
}
