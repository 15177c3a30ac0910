package org.medicscribe.gateway.socket;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OpenConnections;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.medicscribe.events.CloseCode;

/**
 * Tells everybody that this gateway goes, while it still can: a recorder then reconnects at once,
 * and nobody takes an update for trouble.
 */
@Singleton
class Farewell {

  private static final Logger LOG = Logger.getLogger(Farewell.class);
  private static final CloseReason SERVICE_RESTART =
      new CloseReason(CloseCode.SERVICE_RESTART.code(), "service-restart");
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final OpenConnections connections;

  Farewell(OpenConnections connections) {
    this.connections = connections;
  }

  /** By the time of a shutdown event the server has closed its sockets itself. */
  void onStop(@Observes ShutdownDelayInitiatedEvent stopping) {
    sayGoodbye();
  }

  /** Returns when every socket is closed, or soon. */
  void sayGoodbye() {
    List<Uni<Void>> goodbyes = connections.stream().map(Farewell::close).toList();
    if (goodbyes.isEmpty()) {
      return;
    }
    LOG.infof("sockets=%d are closed, the gateway stops", goodbyes.size());
    try {
      Uni.join().all(goodbyes).andCollectFailures().await().atMost(PATIENCE);
    } catch (TimeoutException | CompositeException brokenAnyway) {
      LOG.debugf("not every socket took it cause=%s", brokenAnyway.getClass().getSimpleName());
    }
  }

  private static Uni<Void> close(WebSocketConnection connection) {
    return connection.close(SERVICE_RESTART);
  }
}
