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
 * @param trials what is tried beside the latencies
 */
public record BenchPlan(
    int cold,
    Duration coldFor,
    Duration warmUp,
    List<Integer> sessions,
    Duration settle,
    Duration measured,
    Trials trials) {

  /** Compilers come to rest with so many, whatever is measured afterwards. */
  private static final int WARM_UP_SESSIONS = 100;

  /**
   * What may go wrong under load.
   *
   * @param capacity whether to search for the most sessions that the machine bears
   * @param overload the sessions that it is said to bear, of which twice as many come; 0 leaves
   *     that out
   * @param backlog visits that are recorded while nobody listens; 0 leaves that out
   * @param backlogLength how long each of them is
   */
  public record Trials(boolean capacity, int overload, int backlog, Duration backlogLength) {}

  public BenchPlan {
    sessions = List.copyOf(sessions);
    if (cold < 0 || sessions.stream().anyMatch(count -> count < 1)) {
      throw new IllegalArgumentException("a number of sessions is at least 1");
    }
  }

  /** Sessions that warm everything up. */
  int warmUpSessions() {
    return sessions.stream()
        .mapToInt(count -> Math.min(count, WARM_UP_SESSIONS))
        .max()
        .orElse(WARM_UP_SESSIONS);
  }

  /** The largest load of all stages. */
  public int most() {
    int stages = sessions.stream().mapToInt(Integer::intValue).max().orElse(0);
    return Math.max(
        Math.max(stages, cold),
        Math.max(
            trials.capacity() ? CapacitySearch.MOST : 0,
            Math.max(2 * trials.overload(), trials.backlog())));
  }
}
