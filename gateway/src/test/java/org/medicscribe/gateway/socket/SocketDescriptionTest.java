package org.medicscribe.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The description of the socket and the golden frames say the same. */
class SocketDescriptionTest {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Path GOLDEN = Path.of("src/test/resources/golden/socket");

  private static JsonNode messages() throws IOException {
    return YAML.readTree(Path.of("../docs/asyncapi.yaml").toFile()).at("/components/messages");
  }

  private static Stream<String> typesOf(Class<?> frames) {
    return Arrays.stream(frames.getAnnotation(JsonSubTypes.class).value())
        .map(JsonSubTypes.Type::name);
  }

  static Stream<Arguments> goldenFrames() {
    return Stream.concat(
        typesOf(ClientFrame.class).map(type -> Arguments.of("client", type)),
        typesOf(ServerFrame.class).map(type -> Arguments.of("server", type)));
  }

  @Test
  void shouldDescribeEveryFrameAndNoOther() throws IOException {
    // Given
    Set<String> described = new HashSet<>();
    messages().fieldNames().forEachRemaining(described::add);

    // Then
    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Stream.of("audio"), typesOf(ClientFrame.class), typesOf(ServerFrame.class))
                .flatMap(types -> types)
                .toList());
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("goldenFrames")
  void shouldDescribeTheFieldsOfEveryFrame(String side, String type) throws IOException {
    // Given
    JsonNode payload = messages().path(type).path("payload");
    JsonNode golden = YAML.readTree(GOLDEN.resolve(side + "-" + type + ".json").toFile());

    // Then
    golden
        .fieldNames()
        .forEachRemaining(field -> assertThat(payload.path("properties").has(field)).isTrue());
    payload.path("required").forEach(field -> assertThat(golden.has(field.asText())).isTrue());
  }
}
