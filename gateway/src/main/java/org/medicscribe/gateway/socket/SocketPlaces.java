package org.medicscribe.gateway.socket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.medicscribe.gateway.session.RefusalReason;
import org.medicscribe.memory.Share;

/**
 * The places for sockets, as many as there is memory for. Whoever records keeps its place. Whoever
 * only watches gives it up, the longest first, when its user opens too many, or when what is left
 * is to be kept for recorders. Thread-safe.
 */
final class SocketPlaces {

  /** A socket that holds a place. */
  interface Guest {

    /** Whose it is. */
    String user();

    /** The place is taken away; may be called on any thread. */
    void evict(RefusalReason reason);
  }

  private final int limit;
  private final int perUser;
  private final Duration grace;
  private final Share memory;
  private final long bytes;
  private final InstantSource clock;

  /** Those that do not record, with the moment from which on they are watchers; oldest first. */
  private final Map<Guest, Instant> watchers = new LinkedHashMap<>();

  private final Map<Guest, Boolean> recorders = new HashMap<>();
  private final Map<String, Integer> ofUser = new HashMap<>();

  /**
   * @param limit places in all
   * @param perUser places of one user
   * @param grace how long a new socket has to become a recorder
   * @param memory charged for each socket with {@code bytes}
   */
  SocketPlaces(
      int limit, int perUser, Duration grace, Share memory, long bytes, InstantSource clock) {
    this.limit = limit;
    this.perUser = perUser;
    this.grace = grace;
    this.memory = memory;
    this.bytes = bytes;
    this.clock = clock;
  }

  /** Gives a place to a socket that just opened, or says why there is none. */
  Optional<RefusalReason> enter(Guest guest) {
    Guest ofSameUser = null;
    Guest longest = null;
    Optional<RefusalReason> refusal = Optional.empty();
    synchronized (this) {
      if (ofUser.getOrDefault(guest.user(), 0) >= perUser) {
        ofSameUser = takeFrom((watcher, _) -> watcher.user().equals(guest.user()));
        if (ofSameUser == null) {
          return Optional.of(RefusalReason.TOO_MANY_SOCKETS);
        }
      }
      if (isNearlyFull()) {
        Instant patience = clock.instant().minus(grace);
        longest = takeFrom((_, since) -> !since.isAfter(patience));
      }
      if (count() < limit && memory.tryTake(bytes)) {
        watchers.put(guest, clock.instant());
        ofUser.merge(guest.user(), 1, Integer::sum);
      } else {
        refusal = Optional.of(RefusalReason.SERVICE_BUSY);
      }
    }
    evict(ofSameUser, RefusalReason.TOO_MANY_SOCKETS);
    evict(longest, RefusalReason.SERVICE_BUSY);
    return refusal;
  }

  /** It begins to record: its place is safe. */
  synchronized void records(Guest guest) {
    if (watchers.remove(guest) != null) {
      recorders.put(guest, true);
    }
  }

  /** It has ended to record. */
  synchronized void watches(Guest guest) {
    if (recorders.remove(guest) != null) {
      watchers.put(guest, clock.instant());
    }
  }

  /** The socket is gone; nothing happens if it has no place. */
  synchronized void leave(Guest guest) {
    if (watchers.remove(guest) != null || recorders.remove(guest) != null) {
      ofUser.computeIfPresent(guest.user(), (_, places) -> places == 1 ? null : places - 1);
      memory.give(bytes);
    }
  }

  synchronized int count() {
    return watchers.size() + recorders.size();
  }

  /** What is left then is for recorders. */
  private boolean isNearlyFull() {
    return count() >= limit - limit / 5 || !memory.hasRoomFor(bytes);
  }

  private @Nullable Guest takeFrom(BiPredicate<Guest, Instant> whom) {
    for (Map.Entry<Guest, Instant> watcher : watchers.entrySet()) {
      if (whom.test(watcher.getKey(), watcher.getValue())) {
        leave(watcher.getKey());
        return watcher.getKey();
      }
    }
    return null;
  }

  private static void evict(@Nullable Guest guest, RefusalReason reason) {
    if (guest != null) {
      guest.evict(reason);
    }
  }
}
