package org.medicscribe.transcription.engine;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.medicscribe.transcription.speech.SpeechEngine;
import org.medicscribe.transcription.speech.SpeechRecognizer;

/** Which recogniser serves; the gateway asks, to tell users and to refuse languages at the door. */
@Path("/api/engine")
class EngineResource {

  /**
   * @param name as shown to users
   * @param embedded whether audio stays on this installation
   * @param languages those a recording may be made in
   */
  record Engine(String name, boolean embedded, List<String> languages) {}

  private final Engine engine;

  EngineResource(SpeechRecognizer recognizer) {
    SpeechEngine serving = recognizer.engine();
    this.engine =
        new Engine(
            serving.name(),
            serving.embedded(),
            serving.embedded() ? List.of("en") : List.of("en", "es", "multi"));
  }

  @GET
  public Engine engine() {
    return engine;
  }
}
