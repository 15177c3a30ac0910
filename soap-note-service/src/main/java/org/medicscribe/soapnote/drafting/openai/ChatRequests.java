package org.medicscribe.soapnote.drafting.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.medicscribe.events.SoapNote.SpeakerRole;
import org.medicscribe.soapnote.drafting.DraftRequest;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.NoteTemplate;

/** Words the request: the prompt of template and language, the transcript as data, the schema. */
final class ChatRequests {

  private static final String VERSION = "v1";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final OpenAiConfig config;
  private final Map<NoteLanguage, String> prompts = new EnumMap<>(NoteLanguage.class);
  private final JsonNode schema;

  ChatRequests(OpenAiConfig config) {
    this.config = config;
    for (NoteLanguage language : NoteLanguage.values()) {
      prompts.put(language, resource("soap-" + VERSION + "." + language.tag() + ".md"));
    }
    try {
      this.schema = JSON.readTree(resource("soap-" + VERSION + ".schema.json"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the schema of the note is no JSON", e);
    }
  }

  byte[] write(DraftRequest request, int maxOutputTokens) {
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
        .put("name", "soap_note")
        .put("strict", true)
        .set("schema", schema);
    var messages = body.putArray("messages");
    messages.addObject().put("role", "system").put("content", prompt(request));
    messages.addObject().put("role", "user").put("content", transcript(request));
    return bytes(body);
  }

  private String prompt(DraftRequest request) {
    return switch (request.template()) {
      case NoteTemplate.SOAP -> prompts.getOrDefault(request.language(), "");
    };
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
