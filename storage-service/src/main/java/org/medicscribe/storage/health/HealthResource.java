package org.medicscribe.storage.health;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** The short answer for container probes; the long one is at {@code /q/health}. */
@Path("/health")
public class HealthResource {

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, String> up() {
    return Map.of("status", "UP");
  }
}
