package org.medicscribe.gateway.encounter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.medicscribe.edge.catalogue.ProblemType;
import org.medicscribe.edge.problem.Problem;
import org.medicscribe.gateway.engine.Engines;

/**
 * Refuses a visit in a language that the engine here does not understand, before anything is
 * recorded of it. As long as the engine is not known, nothing is refused: what is recorded waits
 * until it is transcribed. All else about a new encounter is for storage-service to judge.
 */
@Singleton
class NewEncounterCheck {

  private final Engines engines;
  private final ObjectMapper json;

  NewEncounterCheck(Engines engines, ObjectMapper json) {
    this.engines = engines;
    this.json = json;
  }

  Optional<Problem> refusal(byte[] body) {
    String language = languageIn(body);
    return engines
        .languages()
        .filter(languages -> !language.isEmpty() && !languages.contains(language))
        .map(NewEncounterCheck::unsupported);
  }

  private String languageIn(byte[] body) {
    try {
      JsonNode encounter = json.readTree(body);
      return encounter == null ? "" : encounter.path("language").asText();
    } catch (IOException notJson) {
      return "";
    }
  }

  private static Problem unsupported(List<String> languages) {
    return Problem.of(ProblemType.LANGUAGE_UNSUPPORTED)
        .advising("Choose one that is: " + String.join(", ", languages) + ".")
        .with("languages", languages);
  }
}
