package org.medicscribe.transcription.engine;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.medicscribe.transcription.speech.SpeechRecognizer;

/**
 * Tells which recogniser serves. The gateway asks, to tell users and to refuse a language before a
 * recording is made.
 */
@Path("/api/engine")
class EngineResource {

  /**
   * The recogniser, as it says itself.
   *
   * @param name as shown to users
   * @param embedded whether audio stays on this installation
   * @param languages those a recording may be made in
   */
  record Engine(String name, boolean embedded, List<String> languages) {}

  private final Engine engine;

  EngineResource(SpeechRecognizer recognizer) {
    this.engine =
        new Engine(
            recognizer.engine().name(), recognizer.engine().embedded(), recognizer.languages());
  }

  @GET
  public Engine engine() {
    return engine;
  }
}
