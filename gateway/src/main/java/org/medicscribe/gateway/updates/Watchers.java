package org.medicscribe.gateway.updates;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.medicscribe.events.EncounterId;

/** Who watches which encounter on this gateway. Thread-safe. */
@Singleton
public class Watchers {

  private final Map<EncounterId, List<EncounterListener>> byEncounter = new ConcurrentHashMap<>();

  public void add(EncounterId encounter, EncounterListener listener) {
    byEncounter.merge(
        encounter,
        List.of(listener),
        (watching, added) -> Stream.concat(watching.stream(), added.stream()).toList());
  }

  public void remove(EncounterId encounter, EncounterListener listener) {
    byEncounter.computeIfPresent(
        encounter,
        (_, watching) -> {
          List<EncounterListener> left =
              watching.stream().filter(other -> other != listener).toList();
          return left.isEmpty() ? null : left;
        });
  }

  List<EncounterListener> of(EncounterId encounter) {
    return byEncounter.getOrDefault(encounter, List.of());
  }
}
