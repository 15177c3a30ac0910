package org.medicscribe.gateway.engine;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Asks transcription-service what recognises speech. */
@RegisterRestClient(configKey = "transcription-service")
@Path("/api/engine")
interface TranscriptionEngine {

  @GET
  Uni<EngineAnswer> engine();
}
