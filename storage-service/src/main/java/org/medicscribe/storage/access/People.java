package org.medicscribe.storage.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.edge.identity.Role;

/** Remembers who has signed in and what they are called; the issuer cannot be asked. */
@ApplicationScoped
class People {

  private static final Duration MEMORY = Duration.ofHours(12);

  /** Some 2 MB; who is forgotten is written down again. */
  private static final int MOST = 10_000;

  private final Pool pool;
  private final Clock clock;
  private final Map<Caller, Instant> met =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Caller, Instant> eldest) {
          return size() > MOST;
        }
      };

  People(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  Uni<Void> met(Caller caller) {
    Instant now = clock.instant();
    if (isKnown(caller, now)) {
      return Uni.createFrom().voidItem();
    }
    return pool.preparedQuery(
            """
            insert into person (tenant, subject, name, clinician, seen_at)
            values ($1, $2, $3, $4, $5)
            on conflict (tenant, subject) do update
            set name = excluded.name, clinician = excluded.clinician, seen_at = excluded.seen_at\
            """)
        .execute(
            Tuple.of(
                caller.tenant(),
                caller.subject(),
                caller.name(),
                caller.is(Role.CLINICIAN),
                now.atOffset(ZoneOffset.UTC)))
        .invoke(() -> remember(caller, now))
        .replaceWithVoid();
  }

  private synchronized boolean isKnown(Caller caller, Instant now) {
    Instant last = met.get(caller);
    return last != null && last.isAfter(now.minus(MEMORY));
  }

  private synchronized void remember(Caller caller, Instant now) {
    met.put(caller, now);
  }
}
