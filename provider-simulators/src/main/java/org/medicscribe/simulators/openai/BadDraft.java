package org.medicscribe.simulators.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.medicscribe.simulators.SimulatorServer;

/**
 * A model that writes one statement wrongly, in one of the ways that models do, and puts it right
 * when it is told. Asked for a note, its answer is the wrong statement with the evidence that it
 * would cite; asked for corrections, the right one, or none where nobody said it.
 *
 * @param name the class of fault
 * @param visit the lines of the visit it is about, {@code S1: words}
 * @param account what the model says of its own statement, by the schema's field
 */
public record BadDraft(
    String name,
    List<String> visit,
    String section,
    Written wrong,
    Map<String, String> account,
    Written right)
    implements Answerer {

  /**
   * A statement and what it cites.
   *
   * @param line the number of the line of the visit, from 0
   */
  public record Written(String text, int line, String quote) {}

  public BadDraft {
    visit = List.copyOf(visit);
    account = Map.copyOf(account);
  }

  /** One of each class. */
  public static List<BadDraft> bank() {
    List<BadDraft> bank = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String line : resource()) {
      if (line.startsWith("case ") && !lines.isEmpty()) {
        bank.add(read(lines));
        lines.clear();
      }
      lines.add(line);
    }
    bank.add(read(lines));
    return bank;
  }

  @Override
  public String answer(ChatRequest request) {
    JsonNode schema = request.schema();
    boolean correcting = schema != null && schema.at("/properties/corrections").isObject();
    List<String> segments = NoteAnswerer.segments(request.text("user"));
    ObjectNode answer = SimulatorServer.JSON.createObjectNode();
    if (correcting) {
      answer.putArray("corrections").add(statement(right, segments).put("number", 1));
      return answer.toString();
    }
    ObjectNode statement = statement(wrong, segments);
    List.of("said_by=clinician", "about=patient", "certainty=stated", "state=none")
        .forEach(field -> statement.put(field.split("=")[0], field.split("=")[1]));
    account.forEach(statement::put);
    ArrayNode sections = answer.putArray("sections");
    sections.addObject().put("code", section).putArray("statements").add(statement);
    answer.putArray("roles");
    return answer.toString();
  }

  private static ObjectNode statement(Written written, List<String> segments) {
    ObjectNode statement = SimulatorServer.JSON.createObjectNode();
    ArrayNode evidence = statement.putArray("evidence");
    if (!written.quote().isEmpty()) {
      evidence
          .addObject()
          .put("segment", segments.get(written.line()))
          .put("quote", written.quote());
    }
    return statement.put("text", written.text());
  }

  private static BadDraft read(List<String> lines) {
    String name = lines.getFirst().substring("case ".length());
    String[] draft = cells(lines, "draft|");
    String[] right = cells(lines, "right|");
    Map<String, String> account = new TreeMap<>();
    for (String field : draft[5].split(",")) {
      if (!field.isBlank()) {
        account.put(field.split("=")[0], field.split("=")[1]);
      }
    }
    return new BadDraft(
        name,
        lines.stream().filter(line -> line.matches("S\\d: .*")).toList(),
        draft[1],
        new Written(draft[2], Integer.parseInt(draft[3]), draft[4]),
        account,
        new Written(right[1], Integer.parseInt(right[2]), right[3]));
  }

  private static String[] cells(List<String> lines, String kind) {
    return lines.stream()
        .filter(line -> line.startsWith(kind))
        .findFirst()
        .orElseThrow()
        .split("\\|", -1);
  }

  private static List<String> resource() {
    try (InputStream in = BadDraft.class.getResourceAsStream("bad-drafts.txt");
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The class only: what was said stays out of logs and of the names of tests. */
  @Override
  public String toString() {
    return name;
  }
}
