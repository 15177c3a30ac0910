package org.medicscribe.gateway.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;

/** Tells the page and the command line which engines serve. */
@Path("/api/engines")
@Authenticated
@NonBlocking
public class EnginesResource {

  private final Engines engines;

  EnginesResource(Engines engines) {
    this.engines = engines;
  }

  /**
   * The answer; what is not known yet is absent.
   *
   * @param languages those a visit may be held in
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Answer(
      Optional<EngineAnswer> transcription,
      Optional<EngineAnswer> note,
      Optional<List<String>> languages) {}

  @GET
  public Answer engines() {
    return new Answer(engines.transcription(), engines.note(), engines.languages());
  }
}
