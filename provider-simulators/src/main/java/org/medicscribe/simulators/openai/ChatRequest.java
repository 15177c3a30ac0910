package org.medicscribe.simulators.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that the provider accepts.
 *
 * @param schema the JSON schema the answer has to follow, null when any text will do
 * @param maxTokens most tokens of the answer
 * @param body as it came; holds what the patient said
 */
public record ChatRequest(
    String model,
    boolean stream,
    boolean includeUsage,
    @Nullable JsonNode schema,
    int maxTokens,
    JsonNode body) {

  /** The text of all messages of a role. */
  public String text(String role) {
    List<String> texts = new ArrayList<>();
    for (JsonNode message : body.path("messages")) {
      if (message.path("role").asText().equals(role)) {
        JsonNode content = message.path("content");
        if (content.isArray()) {
          content.forEach(part -> texts.add(part.path("text").asText()));
        } else {
          texts.add(content.asText());
        }
      }
    }
    return String.join("\n", texts);
  }

  /** The content stays out of logs. */
  @Override
  public String toString() {
    return "ChatRequest[model=" + model + ", stream=" + stream + "]";
  }
}
