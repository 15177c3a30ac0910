package org.medicscribe.soapnote.engine;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.medicscribe.soapnote.drafting.NoteDrafter;
import org.medicscribe.soapnote.note.NoteLanguage;

/** Tells which drafter writes the notes. The gateway asks, to tell users. */
@Path("/api/engine")
public class EngineResource {

  /**
   * The drafter, as it says itself.
   *
   * @param name as shown to users
   * @param embedded whether what was said stays on this installation
   * @param languages those it writes notes in
   */
  record Engine(String name, boolean embedded, List<String> languages) {}

  private final Engine engine;

  EngineResource(NoteDrafter drafter) {
    this.engine =
        new Engine(
            drafter.engine().name(),
            drafter.engine().embedded(),
            drafter.languages().stream().map(NoteLanguage::tag).toList());
  }

  @GET
  public Engine engine() {
    return engine;
  }
}
