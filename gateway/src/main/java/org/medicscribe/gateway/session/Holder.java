package org.medicscribe.gateway.session;

import org.jspecify.annotations.Nullable;

/**
 * Who holds a recording, and by which of its claims; storage-service counts them. An event may come
 * long after what it tells of, and only a later claim takes the recording away. Of two that are not
 * counted, which a storage-service of an older release does not do, the event is the later one.
 */
public record Holder(String recorderId, long claim) {

  /** As storage-service has answered. */
  public static Holder granted(String recorderId, @Nullable Long claim) {
    return new Holder(recorderId, claim == null ? 0 : claim);
  }

  /** As an event tells. */
  public static Holder announced(String recorderId, @Nullable Long claim) {
    return new Holder(recorderId, claim == null ? Long.MAX_VALUE : claim);
  }

  boolean isReplacedBy(Holder other) {
    return !recorderId.equals(other.recorderId) && other.claim > claim;
  }
}
