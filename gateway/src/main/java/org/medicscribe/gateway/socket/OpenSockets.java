package org.medicscribe.gateway.socket;

import static java.util.Objects.requireNonNull;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.medicscribe.gateway.encounter.RecordedEncounter;
import org.medicscribe.gateway.encounter.StorageAnswer;
import org.medicscribe.gateway.encounter.Visitor;
import org.medicscribe.gateway.session.RecordingSession;
import org.medicscribe.gateway.updates.EncounterUpdates;
import org.medicscribe.gateway.updates.Watchers;

/** Opens sockets and forgets closed ones. Thread-safe. */
@Singleton
class OpenSockets {

  private final SocketConfig config;
  private final Outboxes outboxes;
  private final RecorderAdmission admission;
  private final Watchers watchers;
  private final EncounterUpdates updates;
  private final SocketPlaces places;
  private final SocketMetrics metrics;

  OpenSockets(
      SocketConfig config,
      Outboxes outboxes,
      RecorderAdmission admission,
      Watchers watchers,
      EncounterUpdates updates,
      SocketPlaces places,
      SocketMetrics metrics) {
    this.config = config;
    this.outboxes = outboxes;
    this.admission = admission;
    this.watchers = watchers;
    this.updates = updates;
    this.places = places;
    this.metrics = metrics;
  }

  /** Called on the connection's event loop, where the socket then lives. */
  OpenSocket open(WebSocketConnection connection, Visitor visitor) {
    Context context = requireNonNull(Vertx.currentContext());
    Outbox outbox = outboxes.open(outlet(connection, context));
    RecordingSession session = new RecordingSession(config.sessionLimits(), InstantSource.system());
    OpenSocket socket =
        new OpenSocket(
            visitor,
            session,
            outbox,
            admission,
            () -> updates.hasHeardAllOf(config.takeOver().lease()),
            metrics,
            places,
            context);
    Admittance admittance = new Admittance(socket, admission, context.owner());
    socket.onClosed(admittance::end);
    places
        .enter(socket)
        .ifPresentOrElse(
            socket::refuse,
            () -> {
              admittance.begin(config.token(), Instant.now());
              letIn(connection, socket);
            });
    return socket;
  }

  void close(OpenSocket socket) {
    watchers.remove(socket.visitor().encounterId(), socket);
    socket.closed();
  }

  /** Nothing of an encounter is told before storage-service has said that the caller may see it. */
  private void letIn(WebSocketConnection connection, OpenSocket socket) {
    admission
        .see(socket.visitor())
        .onSuccess(answer -> {
          switch (answer) {
            case StorageAnswer.Granted(RecordedEncounter seen) -> {
              if (seen.isFinished()) {
                socket.finish();
              } else if (connection.isOpen()) {
                watchers.add(socket.visitor().encounterId(), socket);
              }
            }
            case StorageAnswer.Refused(var refusal) -> socket.refuse(refusal);
          }
        });
  }

  private static Outlet outlet(WebSocketConnection connection, Context context) {
    return new Outlet() {
      @Override
      public void write(String text, Runnable written) {
        connection.sendText(text).subscribe().with(_ -> written.run(), _ -> written.run());
      }

      @Override
      public void close(int code, String reason) {
        if (connection.isOpen()) {
          connection.close(new CloseReason(code, reason)).subscribe().with(_ -> {}, _ -> {});
        }
      }

      @Override
      public void after(Duration delay, Runnable task) {
        context.owner().setTimer(delay.toMillis(), _ -> context.runOnContext(_ -> task.run()));
      }
    };
  }
}
