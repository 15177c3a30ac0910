package org.medicscribe.simulators.deepgram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.simulators.ruler.RulerSignal;

/**
 * Holds every kind of frame against the fields that Deepgram's AsyncAPI document (channel {@code
 * /v1/listen}, schemas {@code ListenV1_ListenV1Results} and its parts, {@code
 * ListenV1_ListenV1Metadata}, {@code ListenV1_ListenV1UtteranceEnd}, {@code
 * ListenV1_ListenV1SpeechStarted}) names as required, with their JSON types.
 */
class FrameShapeTest {

  private static final Map<String, List<String>> REQUIRED =
      Map.of(
          "Results",
          List.of(
              "type string",
              "channel_index array",
              "duration number",
              "start number",
              "channel object",
              "metadata object"),
          "Metadata",
          List.of(
              "type string",
              "transaction_key string",
              "request_id string",
              "sha256 string",
              "created string",
              "duration number",
              "channels number"),
          "UtteranceEnd",
          List.of("type string", "channel array", "last_word_end number"),
          "SpeechStarted",
          List.of("type string", "channel array", "timestamp number"));

  private static final List<String> RESULT_METADATA =
      List.of("request_id string", "model_info object", "model_uuid string");
  private static final List<String> MODEL_INFO =
      List.of("name string", "version string", "arch string");
  private static final List<String> ALTERNATIVE =
      List.of("transcript string", "confidence number", "words array");
  private static final List<String> WORD =
      List.of("word string", "start number", "end number", "confidence number");

  /** Optional in the document, but in every recorded frame, and what this product reads. */
  private static final List<String> RECORDED =
      List.of("is_final boolean", "speech_final boolean", "from_finalize boolean");

  @Test
  void shouldSendEveryKindOfFrameWithAllItsFields() throws Exception {
    try (DeepgramSimulator simulator = DeepgramSimulator.start();
        WireClient client = new WireClient(simulator.port())) {
      // Given
      WireClient.Stream stream = client.connect();
      stream.audio(new RulerSignal(1).pcm(0, 4 * 16_000)).audio(new byte[2 * 40_000]);

      // When
      List<JsonNode> messages = stream.type("CloseStream").untilClosed();

      // Then
      assertThat(messages)
          .extracting(message -> message.path("type").asText())
          .contains("Results", "Metadata", "UtteranceEnd", "SpeechStarted");
      assertThat(messages).allSatisfy(FrameShapeTest::hasRequiredFields);
    }
  }

  private static void hasRequiredFields(JsonNode message) {
    String type = message.path("type").asText();
    has(message, REQUIRED.getOrDefault(type, List.of("a type that is known")));
    if (type.equals("Results")) {
      has(message, RECORDED);
      has(message.path("metadata"), RESULT_METADATA);
      has(message.at("/metadata/model_info"), MODEL_INFO);
      JsonNode alternative = message.at("/channel/alternatives/0");
      has(alternative, ALTERNATIVE);
      for (JsonNode word : alternative.path("words")) {
        has(word, WORD);
        has(word, List.of("punctuated_word string", "speaker number"));
      }
    }
  }

  private static void has(JsonNode object, List<String> fields) {
    assertThat(fields)
        .allSatisfy(field -> {
          String[] nameAndType = field.split(" ");
          JsonNode value = object.path(nameAndType[0]);
          assertThat(value.getNodeType().name().toLowerCase(Locale.ROOT))
              .as("%s of %s", nameAndType[0], object)
              .isEqualTo(nameAndType[1]);
        });
  }
}
