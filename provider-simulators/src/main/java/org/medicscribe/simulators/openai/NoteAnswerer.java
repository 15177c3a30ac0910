package org.medicscribe.simulators.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.medicscribe.simulators.SimulatorServer;

/**
 * Writes the note that the request's own schema asks for, out of the transcript that the request
 * brings: the lines are shared out among the sections in their order, and each statement is a line
 * word for word, with itself as evidence. It adds nothing, so a verifier must find every statement
 * supported.
 *
 * <p>Expected are lines {@code {"segment":"...","text":"..."}} in the user's messages and a schema
 * {@code {sections: [{code: enum, statements: [{text, evidence: [{segment, quote}]}]}]}}. Any other
 * schema gets the plainest JSON it allows, and no schema a sentence that claims nothing.
 */
public final class NoteAnswerer implements Answerer {

  private static final int MOST_STATEMENTS = 6;

  private record Line(String segment, String text) {}

  @Override
  public String answer(ChatRequest request) {
    JsonNode schema = request.schema();
    if (schema == null) {
      return "This is a simulated answer.";
    }
    SchemaSample sample = new SchemaSample(schema);
    JsonNode answer = sample.of(schema);
    JsonNode section =
        sample.resolve(sample.resolve(schema.at("/properties/sections")).path("items"));
    JsonNode codes = sample.resolve(section.at("/properties/code")).path("enum");
    if (answer instanceof ObjectNode note && codes.has(0) && hasStatements(section)) {
      note.set("sections", sections(sample, section, codes, lines(request.text("user"))));
    }
    return answer.toString();
  }

  private static boolean hasStatements(JsonNode section) {
    return section.at("/properties/statements").isObject();
  }

  private static ArrayNode sections(
      SchemaSample sample, JsonNode section, JsonNode codes, List<Line> lines) {
    ArrayNode sections = SimulatorServer.JSON.createArrayNode();
    JsonNode statement =
        sample.resolve(sample.resolve(section.at("/properties/statements")).path("items"));
    for (int i = 0; i < codes.size(); i++) {
      ObjectNode written = (ObjectNode) sample.of(section);
      written.set("code", codes.get(i));
      ArrayNode statements = written.putArray("statements");
      int from = lines.size() * i / codes.size();
      int to = lines.size() * (i + 1) / codes.size();
      for (Line line : lines.subList(from, Math.min(to, from + MOST_STATEMENTS))) {
        statements.add(statement(sample, statement, line));
      }
      sections.add(written);
    }
    return sections;
  }

  private static ObjectNode statement(SchemaSample sample, JsonNode schema, Line line) {
    ObjectNode statement = (ObjectNode) sample.of(schema);
    JsonNode evidence =
        sample.resolve(sample.resolve(schema.at("/properties/evidence")).path("items"));
    ObjectNode quoted = (ObjectNode) sample.of(evidence);
    quoted.put("segment", line.segment());
    quoted.put("quote", line.text());
    statement.put("text", line.text());
    statement.putArray("evidence").add(quoted);
    return statement;
  }

  /** The ids of the lines that a request brings, in their order. */
  static List<String> segments(String text) {
    return lines(text).stream().map(Line::segment).toList();
  }

  private static List<Line> lines(String text) {
    List<Line> lines = new ArrayList<>();
    for (String line : text.split("\n")) {
      if (line.strip().startsWith("{")) {
        try {
          JsonNode json = SimulatorServer.JSON.readTree(line);
          if (json.has("segment") && json.has("text")) {
            lines.add(new Line(json.path("segment").asText(), json.path("text").asText()));
          }
        } catch (JsonProcessingException e) {
          continue;
        }
      }
    }
    return lines;
  }
}
