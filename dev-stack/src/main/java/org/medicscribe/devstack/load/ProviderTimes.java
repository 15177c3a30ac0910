package org.medicscribe.devstack.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;

/** When the audio of one ruler session reached the provider, and when its finals left it. */
final class ProviderTimes {

  /** Samples of a block of the ruler. */
  private static final long BLOCK = 31;

  private final NavigableMap<Long, Long> arrivals = new TreeMap<>();
  private final Map<Long, Long> finals = new HashMap<>();

  /** Reads the simulator's table of one session. */
  ProviderTimes(JsonNode table) {
    JsonNode arrived = table.path("arrivals");
    for (int row = 0; row < arrived.path("nanos").size(); row++) {
      arrivals.putIfAbsent(
          arrived.path("through").path(row).asLong(), arrived.path("nanos").path(row).asLong());
    }
    JsonNode results = table.path("results");
    for (int row = 0; row < results.path("nanos").size(); row++) {
      if (results.path("isFinal").path(row).asInt() == 1) {
        finals.putIfAbsent(
            results.path("lastWord").path(row).asLong(), results.path("nanos").path(row).asLong());
      }
    }
  }

  /** The ruler is told by whole blocks, so the last of them may stay open for a few samples. */
  OptionalLong arrival(long end) {
    Map.Entry<Long, Long> entry = arrivals.ceilingEntry(end - BLOCK);
    return entry == null ? OptionalLong.empty() : OptionalLong.of(entry.getValue());
  }

  OptionalLong result(long lastWord) {
    Long nanos = finals.get(lastWord);
    return nanos == null ? OptionalLong.empty() : OptionalLong.of(nanos);
  }
}
