package org.medicscribe.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no recording get an answer that says so, and change nothing. */
@ExtendWith(SimulatedSuite.Given.class)
@ResourceLock(SimulatedSuite.LOCK)
class UploadIT {

  private static final int SECOND = 32_000;

  static Stream<Arguments> badFiles() {
    return Stream.of(
        Arguments.of("nothing", new byte[0], 400, "empty-audio"),
        Arguments.of("a header alone", wav(10 * SECOND, 0), 400, "truncated-audio"),
        Arguments.of(
            "no recording",
            "A letter, and so on, for longer than a header".getBytes(StandardCharsets.US_ASCII),
            415,
            "unsupported-audio"),
        Arguments.of(
            "a broken Ogg",
            "OggS and so on".getBytes(StandardCharsets.US_ASCII),
            415,
            "unsupported-audio"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFiles")
  void shouldRefuseWhatIsNoRecording(
      String what, byte[] file, int status, String type, SimulatedSuite suite) throws Exception {
    // Given
    String encounter = suite.api().create("Upload of " + what, "en", List.of());
    suite.api().consent(encounter, "spoken");

    // When
    HttpResponse<String> answer =
        suite.ask(
            HttpRequest.newBuilder(
                    suite.gateway().resolve("/api/encounters/" + encounter + "/audio"))
                .header("Content-Type", "audio/wav")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file)));

    // Then
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("/problems/" + type + "\"", "\"detail\":");
    assertThat(suite.state(encounter)).isEqualTo("planned");
  }

  /** A file whose header promises so many bytes of samples, and which holds so many. */
  private static byte[] wav(int promised, int held) {
    return ByteBuffer.allocate(44 + held)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(36 + promised)
        .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
        .putInt(16)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(16_000)
        .putInt(SECOND)
        .putShort((short) 2)
        .putShort((short) 16)
        .put("data".getBytes(StandardCharsets.US_ASCII))
        .putInt(promised)
        .array();
  }
}
