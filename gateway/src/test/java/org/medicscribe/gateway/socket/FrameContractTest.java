package org.medicscribe.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.events.Decoded;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.gateway.session.Refusal;
import org.medicscribe.gateway.session.RefusalReason;

/** The golden frames are what page and gateway have agreed on; they are never edited. */
class FrameContractTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FrameCodec CODEC = new FrameCodec(4_096);

  static Stream<Arguments> clientFrames() {
    return framesOf(ClientFrame.class, "client").filter(frame -> !isAudio(frame));
  }

  static Stream<Arguments> serverFrames() {
    return Stream.concat(
        framesOf(ServerFrame.class, "server"),
        Stream.of(Arguments.of("server-note-failed.json", ServerFrame.Note.class)));
  }

  private static boolean isAudio(Arguments frame) {
    return frame.get()[1] == ClientFrame.Audio.class;
  }

  private static Stream<Arguments> framesOf(Class<?> frames, String side) {
    JsonSubTypes.Type[] named = frames.getAnnotation(JsonSubTypes.class).value();
    return Arrays.stream(frames.getPermittedSubclasses())
        .map(type ->
            Arguments.of(
                Arrays.stream(named)
                    .filter(candidate -> candidate.value() == type)
                    .map(candidate -> side + "-" + candidate.name() + ".json")
                    .findFirst()
                    .orElse(""),
                type));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("clientFrames")
  void shouldReadEveryFrameOfAClient(String file, Class<?> type) throws IOException {
    // When
    Decoded<ClientFrame> decoded = CODEC.read(golden(file));

    // Then
    assertThat(known(decoded)).isInstanceOf(type);
    assertThat(JSON.readTree(JSON.writerFor(ClientFrame.class).writeValueAsString(known(decoded))))
        .isEqualTo(JSON.readTree(golden(file)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("serverFrames")
  void shouldWriteEveryFrameOfTheGateway(String file, Class<?> type) throws IOException {
    // Given
    ServerFrame frame = frame(golden(file), type);

    // When
    JsonNode written = JSON.readTree(CODEC.write(frame));

    // Then
    assertThat(frame).isInstanceOf(type);
    assertThat(written).isEqualTo(JSON.readTree(golden(file)));
  }

  @Test
  void shouldReadAudioAsPositionAndSamples() throws IOException {
    // Given
    byte[] bytes = HexFormat.of().parseHex(golden("client-audio.hex").strip());

    // When
    ClientFrame frame = known(CODEC.read(Buffer.buffer(bytes)));

    // Then
    ClientFrame.Audio audio = (ClientFrame.Audio) frame;
    assertThat(audio.first()).isEqualTo(SampleIndex.of(16_000));
    assertThat(audio.pcm()).containsExactly(1, 0, -2, -1, -1, 127);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 11})
  void shouldCallAFrameMalformedThatHoldsNoWholeSamples(int bytes) {
    assertThat(CODEC.read(Buffer.buffer(new byte[bytes]))).isInstanceOf(Decoded.Malformed.class);
  }

  @Test
  void shouldCallANegativePositionMalformed() {
    assertThat(CODEC.read(Buffer.buffer().appendLong(-1).appendShort((short) 0)))
        .isInstanceOf(Decoded.Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "Mrs Jones",
        "{\"from\":0}",
        "{\"type\":1}",
        "{\"type\":\"start\"}",
        "{\"type\":\"start\",\"from\":0}",
        "{\"type\":\"start\",\"from\":-1,\"recorderId\":\"a\"}",
        "{\"type\":\"start\",\"from\":\"Mrs Jones\",\"recorderId\":\"a\"}",
        "{\"type\":\"start\",\"from\":0,\"recorderId\":\"\"}",
        "{\"type\":\"start\",\"from\":0,\"recorderId\":\"Mrs Jones\"}",
        "{\"type\":\"start\",\"from\":0,\"recorderId\":null}",
        "{\"type\":\"stop\"}",
        "{\"type\":\"stop\",\"totalSamples\":1.5}",
        "{\"type\":\"stop\",\"totalSamples\":null}"
      })
  void shouldCallTextMalformedWithoutRepeatingIt(String text) {
    // When
    Decoded<ClientFrame> decoded = CODEC.read(text);

    // Then
    assertThat(decoded).isInstanceOf(Decoded.Malformed.class);
    assertThat(decoded.toString()).doesNotContain("Jones");
  }

  @Test
  void shouldNotReadTextThatIsTooLong() {
    assertThat(CODEC.read("{\"type\":\"pause\"," + " ".repeat(4_096) + "}"))
        .isEqualTo(new Decoded.Malformed<ClientFrame>("too long"));
  }

  @Test
  void shouldNameATypeItDoesNotKnow() {
    assertThat(CODEC.read("{\"type\":\"from-the-future\"}"))
        .isEqualTo(new Decoded.UnknownType<ClientFrame>("from-the-future"));
  }

  @Test
  void shouldIgnoreFieldsOfNewerClients() throws IOException {
    // Given
    ObjectNode newer = (ObjectNode) JSON.readTree(golden("client-start.json"));
    newer.put("addedLater", true);

    // When
    Decoded<ClientFrame> decoded = CODEC.read(newer.toString());

    // Then
    assertThat(decoded).isInstanceOf(Decoded.Known.class);
  }

  private static ServerFrame frame(String golden, Class<?> type) throws IOException {
    if (type == ServerFrame.Failed.class) {
      Refusal gap =
          new Refusal(
              RefusalReason.POSITION_GAP,
              RefusalReason.POSITION_GAP.problem().advice(),
              SampleIndex.of(16_000));
      return ServerFrame.Failed.of(gap);
    }
    return new ObjectMapper()
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .readValue(golden, ServerFrame.class);
  }

  private static ClientFrame known(Decoded<ClientFrame> decoded) {
    return ((Decoded.Known<ClientFrame>) decoded).event();
  }

  private static String golden(String file) throws IOException {
    try (InputStream stream =
        FrameContractTest.class.getResourceAsStream("/golden/socket/" + file)) {
      if (stream == null) {
        throw new AssertionError("no golden frame " + file);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
