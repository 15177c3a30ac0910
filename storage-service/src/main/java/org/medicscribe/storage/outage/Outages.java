package org.medicscribe.storage.outage;

import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.medicscribe.edge.problem.Problem;

/** Tells an outage, which is waited out, from a defect, which waiting does not cure. */
public final class Outages {

  /** What a caller is told meanwhile. */
  public static final Problem UNAVAILABLE =
      Problem.of(
          "storage-unavailable",
          503,
          "The records cannot be reached at the moment",
          "Try again in a moment; what was recorded is kept.");

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private Outages() {}

  /**
   * Whether the database, the disk or the network is to blame. Of PostgreSQL's errors those of a
   * statement that can never succeed are defects: wrong data (22), a broken constraint (23), wrong
   * SQL (42). Everything else passes: connection lost (08), rolled back (40), out of resources
   * (53), shutting down (57), disk trouble (58).
   */
  public static boolean isOutage(Throwable failure) {
    return switch (failure) {
      case PgException database -> isOutage(database.getSqlState());
      case IOException disk -> true;
      case TimeoutException slow -> true;
      case io.smallrye.mutiny.TimeoutException slow -> true;
      // The client's own: the connection was closed; no connection came free in time.
      case VertxException closed -> true;
      case NoStackTraceThrowable exhausted -> "Timeout".equals(exhausted.getMessage());
      default -> failure.getCause() != null && isOutage(failure.getCause());
    };
  }

  /** The kind of the failure at the root, for the log: messages may quote what was to be stored. */
  public static String kindOf(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null || cause == failure ? failure.getClass().getSimpleName() : kindOf(cause);
  }

  private static boolean isOutage(String sqlState) {
    return !(sqlState.startsWith("22") || sqlState.startsWith("23") || sqlState.startsWith("42"));
  }

  /** Does the work again and again until no outage stands in its way. */
  public static Uni<Void> waitOut(Supplier<Uni<Void>> work, Consumer<Throwable> onOutage) {
    return Uni.createFrom()
        .deferred(work::get)
        .onFailure(Outages::isOutage)
        .invoke(onOutage)
        .onFailure(Outages::isOutage)
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely();
  }
}
