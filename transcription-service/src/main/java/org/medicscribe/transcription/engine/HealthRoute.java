package org.medicscribe.transcription.engine;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** {@code /health} is the address that load balancers of the suite ask. */
@ApplicationScoped
class HealthRoute {

  void add(@Observes Router router) {
    router.get("/health").handler(request -> request.reroute("/q/health"));
  }
}
