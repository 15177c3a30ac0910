package org.medicscribe.storage.access;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.audit.AuditEntry;
import org.medicscribe.storage.audit.AuditEntry.Action;

/**
 * Somebody saw something, came in, or was refused. The same again within a while is no news.
 *
 * @param what beside action and visit, makes it the same; empty if nothing does
 * @param address where the request came from
 */
record Access(
    String tenant,
    String actor,
    Action action,
    @Nullable EncounterId encounterId,
    String what,
    String address) {

  private static final Duration ONE_LOOK = Duration.ofMinutes(15);

  /** A sign-in is known by its session, which the issuer names; where it does not, by the day. */
  private static final Duration ONE_SIGN_IN = Duration.ofHours(12);

  /** What makes it the same as another one; where it came from does not. */
  record Key(
      String tenant, String actor, Action action, @Nullable EncounterId encounterId, String what) {}

  Key key() {
    return new Key(tenant, actor, action, encounterId, what);
  }

  /** For how long the same again is no news. */
  Duration memory() {
    return action == Action.SIGNED_IN ? ONE_SIGN_IN : ONE_LOOK;
  }

  /** What the entry begins with, and no other one that is not the same. */
  String beginning() {
    return what.isEmpty() ? "from " : what + " from ";
  }

  AuditEntry entry(Instant at) {
    return new AuditEntry(tenant, at, actor, action, encounterId, beginning() + address);
  }
}
