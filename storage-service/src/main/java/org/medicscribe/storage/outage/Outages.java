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
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.catalogue.ProblemType;
import org.medicscribe.edge.problem.Problem;

/** Tells an outage, which is waited out, from a defect, which waiting does not cure. */
public final class Outages {

  /** What a caller is told meanwhile. */
  public static final Problem UNAVAILABLE = Problem.of(ProblemType.STORAGE_UNAVAILABLE);

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
      // The client's own: the connection closes or was closed; none came free in time.
      case VertxException closed -> true;
      case NoStackTraceThrowable client -> !isAboutParameters(client.getMessage());
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

  /** The client has one class for a statement that it cannot send and for one that does not fit. */
  private static boolean isAboutParameters(@Nullable String message) {
    return message != null
        && (message.startsWith("Parameter at position")
            || message.startsWith("The number of param"));
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
