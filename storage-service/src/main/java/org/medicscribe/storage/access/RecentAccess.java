package org.medicscribe.storage.access;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.medicscribe.storage.access.Access.Key;

/** What was written down lately, so that the database is not asked each time. Thread-safe. */
final class RecentAccess {

  /** Some 2 MB; who is forgotten is looked up. */
  private static final int MOST = 10_000;

  private record Written(Instant at, Uni<Void> entry) {}

  private final Map<Key, Written> recent =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Written> eldest) {
          return size() > MOST;
        }
      };

  /** The entry that says the same, done or still being written. */
  synchronized Optional<Uni<Void>> of(Access access, Instant now) {
    Written written = recent.get(access.key());
    return written == null || written.at().isBefore(now.minus(access.memory()))
        ? Optional.empty()
        : Optional.of(written.entry());
  }

  synchronized void remember(Access access, Instant now, Uni<Void> entry) {
    recent.put(access.key(), new Written(now, entry));
  }

  /** It could not be written. */
  synchronized void forget(Access access) {
    recent.remove(access.key());
  }
}
