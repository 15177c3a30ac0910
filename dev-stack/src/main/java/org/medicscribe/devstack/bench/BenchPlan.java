package org.medicscribe.devstack.bench;

import java.time.Duration;
import java.util.List;

/**
 * What is to be measured.
 *
 * @param cold sessions that begin as soon as the services are ready; 0 leaves that out
 * @param coldFor how long they are measured, from their first frame on
 * @param warmUp the largest number of sessions is played this long before anything warm is measured
 * @param sessions how many at a time, one stage after the other
 * @param settle audio at the beginning of a stage that is not measured
 * @param measured audio that is
 */
public record BenchPlan(
    int cold,
    Duration coldFor,
    Duration warmUp,
    List<Integer> sessions,
    Duration settle,
    Duration measured) {

  public BenchPlan {
    sessions = List.copyOf(sessions);
    if (cold < 0 || sessions.stream().anyMatch(count -> count < 1)) {
      throw new IllegalArgumentException("a number of sessions is at least 1");
    }
  }

  /** The largest load of the warm stages. */
  public int most() {
    return sessions.stream().mapToInt(Integer::intValue).max().orElse(0);
  }
}
