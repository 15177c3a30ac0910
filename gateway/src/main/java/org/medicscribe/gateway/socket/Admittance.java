package org.medicscribe.gateway.socket;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.medicscribe.gateway.encounter.StorageAnswer;
import org.medicscribe.gateway.session.Refusal;
import org.medicscribe.gateway.session.RefusalReason;

/**
 * Ends a socket when what opened it does not hold any more. A watcher ends with its token, and
 * comes back with a fresh one. A recording outlives its token, for as long as a visit may last;
 * whoever records then comes back with a fresh one, and no audio is lost. While the token holds,
 * storage-service is asked again now and then. Lives on the event loop of the connection.
 */
final class Admittance {

  private final OpenSocket socket;
  private final RecorderAdmission admission;
  private final Vertx vertx;
  private final List<Long> timers = new ArrayList<>();

  Admittance(OpenSocket socket, RecorderAdmission admission, Vertx vertx) {
    this.socket = socket;
    this.admission = admission;
    this.vertx = vertx;
  }

  void begin(SocketConfig.Token config, Instant now) {
    Duration validity = Duration.between(now, socket.visitor().expiry());
    after(validity, socket::tokenExpired);
    after(validity.plus(config.outlivedFor()), () -> socket.refuse(RefusalReason.UNAUTHENTICATED));
    timers.add(vertx.setPeriodic(config.askEvery().toMillis(), _ -> askAgain()));
  }

  void end() {
    timers.forEach(vertx::cancelTimer);
    timers.clear();
  }

  private void after(Duration delay, Runnable task) {
    timers.add(vertx.setTimer(Math.max(1, delay.toMillis()), _ -> task.run()));
  }

  private void askAgain() {
    if (socket.hasOutlivedItsToken()) {
      return;
    }
    admission
        .see(socket.visitor())
        .onSuccess(answer -> {
          if (answer instanceof StorageAnswer.Refused(Refusal refusal) && isFinal(refusal)) {
            socket.refuse(refusal);
          }
        });
  }

  /** A token that ends just now is another timer's, and an outage is none of the caller's. */
  private static boolean isFinal(Refusal refusal) {
    return refusal.reason() == RefusalReason.FORBIDDEN
        || refusal.reason() == RefusalReason.ENCOUNTER_NOT_FOUND;
  }
}
