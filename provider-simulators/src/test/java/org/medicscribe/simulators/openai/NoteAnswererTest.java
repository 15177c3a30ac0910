package org.medicscribe.simulators.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.medicscribe.simulators.SimulatorServer;

class NoteAnswererTest {

  private static final String SCHEMA =
      """
      {"type": "object", "additionalProperties": false, "required": ["sections", "roles"],
       "properties": {
        "roles": {"type": "array", "items": {"type": "string"}},
        "sections": {"type": "array", "items": {"$ref": "#/$defs/section"}}},
       "$defs": {
        "section": {"type": "object", "additionalProperties": false,
         "required": ["code", "statements"], "properties": {
          "code": {"type": "string", "enum": ["subjective", "objective", "assessment", "plan"]},
          "statements": {"type": "array", "items": {
           "type": "object", "additionalProperties": false,
           "required": ["text", "kind", "evidence"], "properties": {
            "text": {"type": "string"},
            "kind": {"type": "string", "enum": ["said", "seen"]},
            "evidence": {"type": "array", "items": {
             "type": "object", "additionalProperties": false, "required": ["segment", "quote"],
             "properties": {"segment": {"type": "string"}, "quote": {"type": "string"}}}}}}}}}}}
      """;

  private final NoteAnswerer answerer = new NoteAnswerer();

  @Test
  void shouldQuoteEveryLineOfAShortTranscriptInOrder() throws Exception {
    // Given
    List<String> lines = lines(7);

    // When
    JsonNode note = answer(SCHEMA, String.join("\n", lines));

    // Then
    List<String> quoted = new ArrayList<>();
    for (JsonNode section : note.path("sections")) {
      for (JsonNode statement : section.path("statements")) {
        JsonNode evidence = statement.at("/evidence/0");
        assertThat(statement.path("text")).isEqualTo(evidence.path("quote"));
        quoted.add(evidence.path("segment").asText() + " " + evidence.path("quote").asText());
      }
    }
    assertThat(quoted)
        .isEqualTo(IntStream.range(0, 7).mapToObj(i -> "g" + i + " Line " + i).toList());
    assertThat(note.at("/sections/0/statements/0/kind").asText()).isEqualTo("said");
    assertThat(note.path("roles")).isEmpty();
  }

  @Test
  void shouldWriteAllSectionsEmptyWithoutATranscript() throws Exception {
    // When
    JsonNode note = answer(SCHEMA, "nothing was said\n{\"broken");

    // Then
    assertThat(note.path("sections"))
        .extracting(section -> section.path("code").asText())
        .containsExactly("subjective", "objective", "assessment", "plan");
    assertThat(note.path("sections")).allMatch(section -> section.path("statements").isEmpty());
  }

  @Test
  void shouldStayShortForALongTranscript() throws Exception {
    // When
    JsonNode note = answer(SCHEMA, String.join("\n", lines(400)));

    // Then
    assertThat(note.path("sections")).allMatch(section -> section.path("statements").size() == 6);
  }

  @Test
  void shouldWriteThePlainestJsonForAnyOtherSchema() throws Exception {
    // Given
    String schema =
        """
        {"type": "object", "properties": {
          "name": {"type": "string"}, "age": {"type": "integer"}, "tags": {"type": "array"},
          "level": {"enum": ["low", "high"]}, "maybe": {"type": ["null", "string"]}}}
        """;

    // When
    JsonNode answer = answer(schema, "");

    // Then
    assertThat(answer)
        .hasToString("{\"name\":\"\",\"age\":0,\"tags\":[],\"level\":\"low\",\"maybe\":null}");
  }

  @Test
  void shouldClaimNothingWithoutASchema() {
    assertThat(answerer.answer(request(null, "Hello"))).isEqualTo("This is a simulated answer.");
  }

  private JsonNode answer(String schema, String transcript) throws Exception {
    JsonNode parsed = SimulatorServer.JSON.readTree(schema);
    return SimulatorServer.JSON.readTree(answerer.answer(request(parsed, transcript)));
  }

  private static ChatRequest request(@Nullable JsonNode schema, String transcript) {
    ObjectNode body = SimulatorServer.JSON.createObjectNode();
    body.putArray("messages").addObject().put("role", "user").put("content", transcript);
    return new ChatRequest("gpt-4.1", false, false, schema, 1000, body);
  }

  private static List<String> lines(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> "{\"segment\":\"g%d\",\"speaker\":\"0\",\"text\":\"Line %d\"}".formatted(i, i))
        .collect(Collectors.toList());
  }
}
