package org.medicscribe.gateway.engine;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.medicscribe.events.EngineName;

/** Tells the page which engines serve. */
@Path("/api/engines")
@Authenticated
@NonBlocking
public class EnginesResource {

  private final Engines engines;

  EnginesResource(Engines engines) {
    this.engines = engines;
  }

  /** The answer. */
  public record Answer(EngineName transcription, EngineName note, List<String> languages) {}

  @GET
  public Answer engines() {
    return new Answer(engines.transcription(), engines.note(), engines.languages());
  }
}
