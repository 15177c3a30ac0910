package org.medicscribe.storage.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.medicscribe.storage.audit.AuditTrail;

/** Writes an access down once in its while; who asks meanwhile waits for the same entry. */
@ApplicationScoped
class AccessTrail {

  private final AuditTrail audit;
  private final Clock clock;
  private final RecentAccess recent = new RecentAccess();

  AccessTrail(AuditTrail audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /** Ends when it stands in the trail. */
  Uni<Void> record(Access access) {
    Instant now = clock.instant();
    return recent.of(access, now).orElseGet(() -> write(access, now));
  }

  private Uni<Void> write(Access access, Instant now) {
    Uni<Void> entry =
        audit
            .appendOnce(access.entry(now), access.beginning(), now.minus(access.memory()))
            .onFailure()
            .invoke(failure -> recent.forget(access))
            .memoize()
            .indefinitely();
    recent.remember(access, now, entry);
    return entry;
  }
}
