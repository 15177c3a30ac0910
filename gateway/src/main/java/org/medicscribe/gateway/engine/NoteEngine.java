package org.medicscribe.gateway.engine;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Asks soap-note-service what drafts notes. */
@RegisterRestClient(configKey = "soap-note-service")
@Path("/api/engine")
interface NoteEngine {

  @GET
  Uni<EngineAnswer> engine();
}
