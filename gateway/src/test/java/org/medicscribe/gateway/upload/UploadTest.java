package org.medicscribe.gateway.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.medicscribe.events.AudioEvent;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.AudioEvent.StopReason;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.Topics;
import org.medicscribe.gateway.surroundings.AtTheGateway;
import org.medicscribe.gateway.surroundings.LogLines;

@QuarkusTest
class UploadTest extends AtTheGateway {

  private static final int CLOCK = 16_000;

  private ValidatableResponse upload(EncounterId encounter, byte[] file) {
    return given()
        .auth()
        .oauth2(issuer.tokenOf(CLINICIAN))
        .contentType("audio/wav")
        .body(file)
        .post("/api/encounters/" + encounter + "/audio")
        .then();
  }

  @Test
  void shouldKeepAFinishedRecordingByteForByte() {
    // Given
    EncounterId encounter = newVisit();
    byte[] speech = speech(30 * CLOCK, 4);

    // When
    upload(encounter, WavFiles.file(WavFiles.PCM, 16, 1, CLOCK, speech))
        .statusCode(202)
        .body("totalSamples", equalTo(30 * CLOCK));

    // Then
    List<AudioEvent> events = audioOf(encounter);
    assertThat(events.getLast())
        .isEqualTo(new RecordingStopped(SampleIndex.of(30 * CLOCK), StopReason.UPLOADED).saidBy(1));
    assertThat(samplesOf(events)).isEqualTo(speech);
  }

  @Test
  void shouldAskAgainWhenTheConnectionToTheRecordsIsCut() {
    // Given
    EncounterId encounter = newVisit();
    storage.cutOffNext();

    // When
    upload(encounter, WavFiles.file(WavFiles.PCM, 16, 1, CLOCK, speech(CLOCK, 11)))

        // Then
        .statusCode(202);
  }

  @Test
  void shouldBringAnotherRateToTheClock() {
    // Given
    EncounterId encounter = newVisit();

    // When
    upload(encounter, WavFiles.file(WavFiles.PCM, 16, 2, 44_100, speech(2 * 44_100 * 3, 5)))
        .statusCode(202);

    // Then
    assertThat(samplesOf(audioOf(encounter))).hasSize(3 * CLOCK * SampleIndex.BYTES);
  }

  static Stream<Arguments> badFiles() {
    byte[] second = speech(CLOCK, 6);
    return Stream.of(
        Arguments.of("nothing", new byte[0], 400, "empty-audio"),
        Arguments.of(
            "no samples",
            WavFiles.file(WavFiles.PCM, 16, 1, CLOCK, new byte[0]),
            400,
            "empty-audio"),
        Arguments.of(
            "a header alone",
            part(WavFiles.file(WavFiles.PCM, 16, 1, CLOCK, second), 0, 15),
            400,
            "truncated-audio"),
        Arguments.of("a text", WavFiles.ascii("Mrs Jones coughs. "), 415, "unsupported-audio"),
        Arguments.of("a broken MP3", WavFiles.ascii("ID3\4".repeat(99)), 415, "unsupported-audio"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFiles")
  void shouldSayWhatIsWrongWithAFile(String what, byte[] file, int status, String type) {
    upload(newVisit(), file)
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", endsWith(type));
  }

  @Test
  void shouldRefuseFiveHoursBeforeReadingThem() throws IOException {
    // Given
    EncounterId encounter = newVisit();
    int fiveHours = 8_000 * 18_000;
    byte[] beginning = WavFiles.file(WavFiles.PCM, 8, 1, 8_000, speech(1 << 20, 6), fiveHours);
    try (Socket connection = begin(encounter, fiveHours + 44)) {

      // When
      connection.getOutputStream().write(beginning);
      connection.getOutputStream().flush();

      // Then
      String answer =
          new BufferedReader(
                  new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))
              .readLine();
      assertThat(answer).contains("413");
    }
  }

  @Test
  void shouldKeepWhatIsMissingOfACutOffFileAsAGap() {
    // Given
    EncounterId encounter = newVisit();
    byte[] second = speech(CLOCK, 12);

    // When
    upload(encounter, WavFiles.file(WavFiles.PCM, 16, 1, CLOCK, second, 10 * second.length))
        .statusCode(202)
        .body("totalSamples", equalTo(10 * CLOCK))
        .body("missingSamples", equalTo(9 * CLOCK))
        .body("remarks.code", hasItem("cut-off"));

    // Then
    List<AudioEvent> events = audioOf(encounter);
    assertThat(samplesOf(events)).isEqualTo(second);
    assertThat(events.getLast())
        .isEqualTo(new RecordingStopped(SampleIndex.of(10 * CLOCK), StopReason.UPLOADED).saidBy(1));
  }

  @Test
  void shouldHearWhatAPhoneRecorded() throws IOException {
    // Given
    EncounterId encounter = newVisit();
    byte[] recording;
    try (InputStream file = UploadTest.class.getResourceAsStream("/recordings/tone.m4a")) {
      recording = file.readAllBytes();
    }

    // When
    upload(encounter, recording).statusCode(202).body("missingSamples", equalTo(0));

    // Then
    assertThat(samplesOf(audioOf(encounter)).length).isBetween(63_000, 68_000);
  }

  @Test
  void shouldSayHowToSendTheBareFileInsteadOfAForm() {
    given()
        .auth()
        .oauth2(issuer.tokenOf(CLINICIAN))
        .multiPart(
            "file", "visit.wav", WavFiles.file(WavFiles.PCM, 16, 1, CLOCK, speech(CLOCK, 13)))
        .post("/api/encounters/" + newVisit() + "/audio")
        .then()
        .statusCode(415)
        .body("type", endsWith("form-upload"))
        .body("detail", containsString("curl --data-binary @"));
  }

  @Test
  void shouldKeepNothingForFinishedThatBreaksOffAndTakeItWhenItIsSentAgain() throws IOException {
    // Given
    EncounterId encounter = newVisit();
    byte[] speech = speech(80 * CLOCK, 9);
    byte[] file = WavFiles.file(WavFiles.PCM, 16, 1, CLOCK, speech);
    try (LogLines log = LogLines.capture()) {
      breakOff(encounter, file);

      // When
      upload(encounter, file).statusCode(202);

      // Then
      List<AudioEvent> events = audioOf(encounter);
      assertThat(events.stream().filter(RecordingStopped.class::isInstance)).hasSize(1);
      assertThat(samplesOf(events)).isEqualTo(speech);
      assertThat(log.lines()).noneMatch(line -> line.contains("errorKind=INTERNAL"));
    }
  }

  @Test
  void shouldNotMixWhatBrokeOffWithAnotherFile() throws IOException {
    // Given
    EncounterId encounter = newVisit();
    byte[] speech = speech(80 * CLOCK, 10);
    byte[] begun = WavFiles.file(WavFiles.PCM, 16, 1, CLOCK, speech);
    byte[] other = WavFiles.file(WavFiles.PCM, 16, 1, CLOCK, speech(80 * CLOCK, 11));
    byte[] shorter = WavFiles.file(WavFiles.PCM, 16, 1, CLOCK, part(speech, 0, 79 * CLOCK));
    breakOff(encounter, begun);

    // Then
    upload(encounter, other).statusCode(409).body("type", endsWith("another-recording"));
    upload(encounter, shorter).statusCode(409).body("type", endsWith("another-recording"));
    upload(encounter, begun).statusCode(202);
    assertThat(samplesOf(audioOf(encounter))).isEqualTo(speech);
  }

  /** Sends three quarters of the file, waits until some of it is in Kafka, and cuts the link. */
  private void breakOff(EncounterId encounter, byte[] file) throws IOException {
    try (Socket connection = begin(encounter, file.length)) {
      OutputStream out = connection.getOutputStream();
      out.write(file, 0, file.length / 4 * 3);
      out.flush();
      kafka.recordsOf(Topics.AUDIO, encounter.toString(), record -> true);
    }
  }

  /** A request of which the head is sent. */
  private Socket begin(EncounterId encounter, int length) throws IOException {
    Socket connection = new Socket("127.0.0.1", url.getPort());
    String head =
        "POST /api/encounters/%s/audio HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n"
            + "Content-Length: %d\r\n\r\n";
    connection
        .getOutputStream()
        .write(WavFiles.ascii(head.formatted(encounter, issuer.tokenOf(CLINICIAN), length)));
    return connection;
  }

  @Test
  void shouldRefuseWithoutConsent() {
    upload(
            storage.visitOf(CLINICIAN).withoutConsent().id(),
            WavFiles.file(WavFiles.PCM, 16, 1, CLOCK, speech(CLOCK, 7)))
        .statusCode(409)
        .body("type", endsWith("no-consent"));
  }

  @Test
  void shouldNotShowAnEncounterOfSomebodyElse() {
    upload(
            storage.visitOf("dr.rivera").id(),
            WavFiles.file(WavFiles.PCM, 16, 1, CLOCK, speech(CLOCK, 8)))
        .statusCode(404)
        .body("type", endsWith("encounter-not-found"));
  }
}
