package org.medicscribe.soapnote.drafting.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.medicscribe.events.NoteEvent.TranscriptLine;
import org.medicscribe.events.NoteTemplate;
import org.medicscribe.events.SoapNote.SpeakerRole;
import org.medicscribe.soapnote.drafting.DraftRequest;
import org.medicscribe.soapnote.note.NoteLanguage;

/**
 * Words the request: the prompt of the language; template and transcript, both as data; the schema
 * of the template.
 */
final class ChatRequests {

  private static final String VERSION = "v3";
  private static final String CODES = "/properties/sections/items/properties/code/enum";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final OpenAiConfig config;
  private final Map<NoteLanguage, String> prompts = new EnumMap<>(NoteLanguage.class);
  private final Map<NoteLanguage, String> corrections = new EnumMap<>(NoteLanguage.class);
  private final JsonNode schema;
  private final JsonNode correctionSchema;

  ChatRequests(OpenAiConfig config) {
    this.config = config;
    for (NoteLanguage language : NoteLanguage.values()) {
      prompts.put(language, resource("note-" + VERSION + "." + language.tag() + ".md"));
      corrections.put(language, resource("corrections-" + VERSION + "." + language.tag() + ".md"));
    }
    this.schema = schema("note-" + VERSION + ".schema.json");
    this.correctionSchema = schema("corrections-" + VERSION + ".schema.json");
  }

  private static JsonNode schema(String name) {
    try {
      return JSON.readTree(resource(name));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the schema " + name + " is no JSON", e);
    }
  }

  byte[] write(DraftRequest request, int maxOutputTokens) {
    return bytes(body(request, maxOutputTokens, "note", schemaOf(request.template())));
  }

  /**
   * The same beginning, which servers keep in their cache, and after it what is to be put right.
   */
  byte[] correct(DraftRequest request, Reconsideration reconsideration, int maxOutputTokens) {
    ObjectNode body = body(request, maxOutputTokens, "corrections", correctionSchema);
    String asked =
        corrections.getOrDefault(request.language(), "") + "\n" + reconsideration.asked();
    body.withArray("messages").addObject().put("role", "user").put("content", asked);
    return bytes(body);
  }

  private ObjectNode body(
      DraftRequest request, int maxOutputTokens, String name, JsonNode answerSchema) {
    ObjectNode body = JSON.createObjectNode();
    body.put("model", config.model());
    body.put("stream", true);
    body.putObject("stream_options").put("include_usage", true);
    body.put("store", false);
    body.put("max_completion_tokens", maxOutputTokens);
    config.reasoningEffort().ifPresent(effort -> body.put("reasoning_effort", effort));
    config.temperature().ifPresent(temperature -> body.put("temperature", temperature));
    ObjectNode format = body.putObject("response_format").put("type", "json_schema");
    format
        .putObject("json_schema")
        .put("name", name)
        .put("strict", true)
        .set("schema", answerSchema);
    var messages = body.putArray("messages");
    messages
        .addObject()
        .put("role", "system")
        .put("content", prompts.getOrDefault(request.language(), ""));
    messages.addObject().put("role", "user").put("content", sections(request));
    messages.addObject().put("role", "user").put("content", transcript(request));
    return body;
  }

  /** Allows no section but those of the template. */
  private JsonNode schemaOf(NoteTemplate template) {
    JsonNode own = schema.deepCopy();
    ArrayNode codes = (ArrayNode) own.at(CODES);
    template.sections().forEach(section -> codes.add(section.code().value()));
    return own;
  }

  private static String sections(DraftRequest request) {
    String language = request.language().tag();
    return request.template().sections().stream()
        .map(section -> line(section, language))
        .collect(Collectors.joining("\n"));
  }

  private static String line(NoteTemplate.Section section, String language) {
    ObjectNode json = JSON.createObjectNode().put("code", section.code().value());
    json.put("title", section.titleIn(language));
    ArrayNode holds = json.putArray("holds");
    section.from().forEach(part -> holds.add(part.name().toLowerCase(Locale.ROOT)));
    json.put("style", section.style().name().toLowerCase(Locale.ROOT));
    String instruction = section.instructionIn(language);
    return new String(
        bytes(instruction.isEmpty() ? json : json.put("instruction", instruction)),
        StandardCharsets.UTF_8);
  }

  private static String transcript(DraftRequest request) {
    return request.transcript().lines().stream()
        .map(line -> line(line, request.transcript().roles()))
        .collect(Collectors.joining("\n"));
  }

  private static String line(TranscriptLine line, Map<String, SpeakerRole> roles) {
    ObjectNode json = JSON.createObjectNode().put("segment", line.segment().value());
    if (line.speaker() != null) {
      json.put("speaker", line.speaker());
      SpeakerRole role = roles.get(line.speaker());
      if (role != null) {
        json.put("role", role.name().toLowerCase(Locale.ROOT));
      }
    }
    return new String(bytes(json.put("text", line.text())), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(JsonNode json) {
    try {
      return JSON.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree cannot be written", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = ChatRequests.class.getResourceAsStream("/prompts/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no prompt " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the prompt " + name + " cannot be read", e);
    }
  }
}
