package org.medicscribe.soapnote.engine;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The short address of the health report, the same in every service. */
@ApplicationScoped
class HealthRoute {

  void add(@Observes Router router) {
    router.get("/health").handler(exchange -> exchange.reroute("/q/health"));
  }
}
