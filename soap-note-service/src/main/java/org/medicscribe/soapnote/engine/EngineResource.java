package org.medicscribe.soapnote.engine;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.medicscribe.events.EngineName;
import org.medicscribe.soapnote.drafting.NoteDrafter;

/** Tells which engine writes the notes. */
@Path("/api/engine")
public class EngineResource {

  private final EngineName engine;

  EngineResource(NoteDrafter drafter) {
    this.engine = drafter.engine();
  }

  @GET
  public EngineName engine() {
    return engine;
  }
}
