package org.medicscribe.gateway.encounter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import org.medicscribe.edge.problem.Problem;
import org.medicscribe.gateway.engine.Engines;

/**
 * Refuses a visit in a language that no engine here understands, before anything is recorded of it.
 * All else about a new encounter is for storage-service to judge.
 */
@Singleton
class NewEncounterCheck {

  private static final int UNPROCESSABLE = 422;

  private final Engines engines;
  private final ObjectMapper json;

  NewEncounterCheck(Engines engines, ObjectMapper json) {
    this.engines = engines;
    this.json = json;
  }

  Optional<Problem> refusal(byte[] body) {
    String language = languageIn(body);
    return language.isEmpty() || engines.languages().contains(language)
        ? Optional.empty()
        : Optional.of(unsupported());
  }

  private String languageIn(byte[] body) {
    try {
      JsonNode encounter = json.readTree(body);
      return encounter == null ? "" : encounter.path("language").asText();
    } catch (IOException notJson) {
      return "";
    }
  }

  private Problem unsupported() {
    String languages = String.join(", ", engines.languages());
    return Problem.of(
            "language-unsupported",
            UNPROCESSABLE,
            "This language cannot be transcribed here",
            engines.transcription().embedded()
                ? "The embedded recogniser understands English only. Choose en, or have"
                    + " DEEPGRAM_API_KEY set to record in other languages."
                : "Choose one of: " + languages + ".")
        .with("languages", engines.languages());
  }
}
