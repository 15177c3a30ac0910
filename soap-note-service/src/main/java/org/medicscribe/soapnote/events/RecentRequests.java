package org.medicscribe.soapnote.events;

import io.smallrye.mutiny.Uni;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.medicscribe.events.NoteRequestId;

/**
 * Lets this process serve each request once, however often it is read. After a restart nothing is
 * remembered: a request may then be served again, and readers keep one outcome for each id. Safe
 * for any thread.
 */
final class RecentRequests {

  private static final int REMEMBERED = 10_000;

  private final Map<NoteRequestId, Uni<Void>> underway = new ConcurrentHashMap<>();
  private final Set<NoteRequestId> served =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<NoteRequestId, Boolean> eldest) {
                  return size() > REMEMBERED;
                }
              }));

  /** A repetition ends when the first does, so that neither is acknowledged before its outcome. */
  Uni<Void> once(NoteRequestId id, Supplier<Uni<Void>> service) {
    if (served.contains(id)) {
      return Uni.createFrom().voidItem();
    }
    return underway.computeIfAbsent(id, key -> shared(key, service));
  }

  private Uni<Void> shared(NoteRequestId id, Supplier<Uni<Void>> service) {
    return Uni.createFrom()
        .deferred(() -> service.get())
        .invoke(() -> served.add(id))
        .onTermination()
        .invoke(() -> underway.remove(id))
        .memoize()
        .indefinitely();
  }
}
