package org.medicscribe.soapnote.drafting.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.medicscribe.events.NoteTemplate;
import org.medicscribe.events.NoteTemplate.Section;
import org.medicscribe.events.SoapNote.SpeakerRole;
import org.medicscribe.soapnote.note.Citation;
import org.medicscribe.soapnote.note.Draft;
import org.medicscribe.soapnote.note.DraftSection;
import org.medicscribe.soapnote.note.DraftStatement;

/** Reads a whole answer as a draft; a server that does not enforce the schema is not trusted. */
final class DraftReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private DraftReader() {}

  /** Empty for anything but what the schema asks for. */
  static Optional<ModelDraft> read(String answer, NoteTemplate template) {
    try {
      JsonNode root = JSON.readTree(answer);
      if (!root.path("sections").isArray()) {
        return Optional.empty();
      }
      List<DraftSection> sections = new ArrayList<>();
      Map<DraftStatement, List<String>> contradicting = new HashMap<>();
      for (JsonNode section : root.path("sections")) {
        Optional<Section> known = section(section.path("code").asText(""), template);
        if (known.isEmpty() || !section.path("statements").isArray()) {
          return Optional.empty();
        }
        sections.add(
            new DraftSection(
                known.get().code(),
                statements(known.get(), section.path("statements"), contradicting)));
      }
      Draft draft = new Draft(sections, roles(root.path("roles")));
      return Optional.of(new ModelDraft(draft, contradicting));
    } catch (JsonProcessingException noJson) {
      return Optional.empty();
    }
  }

  private static List<DraftStatement> statements(
      Section section, JsonNode array, Map<DraftStatement, List<String>> contradicting) {
    List<DraftStatement> statements = new ArrayList<>();
    for (JsonNode statement : array) {
      String text = statement.path("text").asText("").strip();
      if (!text.isEmpty()) {
        DraftStatement written = new DraftStatement(text, citations(statement.path("evidence")));
        statements.add(written);
        contradicting.put(written, OwnAccount.of(statement).contradictedBy(section, text));
      }
    }
    return statements;
  }

  static List<Citation> citations(JsonNode array) {
    List<Citation> citations = new ArrayList<>();
    for (JsonNode evidence : array) {
      citations.add(
          new Citation(evidence.path("segment").asText(""), evidence.path("quote").asText("")));
    }
    return citations;
  }

  private static Map<String, SpeakerRole> roles(JsonNode array) {
    Map<String, SpeakerRole> roles = new HashMap<>();
    for (JsonNode entry : array) {
      String speaker = entry.path("speaker").asText("");
      switch (entry.path("role").asText("")) {
        case "clinician" -> roles.put(speaker, SpeakerRole.CLINICIAN);
        case "patient" -> roles.put(speaker, SpeakerRole.PATIENT);
        case "companion" -> roles.put(speaker, SpeakerRole.COMPANION);
        case "interpreter" -> roles.put(speaker, SpeakerRole.INTERPRETER);
        default -> roles.put(speaker, SpeakerRole.OTHER);
      }
    }
    roles.remove("");
    return roles;
  }

  static Optional<Section> section(String code, NoteTemplate template) {
    return template.sections().stream()
        .filter(section -> section.code().value().equals(code))
        .findFirst();
  }
}
