package org.medicscribe.devstack.chaos;

import java.util.List;

/**
 * What became of the visits.
 *
 * @param whole visits of which every sample and every word is there once
 * @param faults what is wrong with the others
 * @param unexpectedEnds parts that ended though nobody had killed them
 */
public record ChaosReport(
    ChaosPlan plan, List<Row> rows, int whole, List<String> faults, List<String> unexpectedEnds) {

  public ChaosReport {
    rows = List.copyOf(rows);
    faults = List.copyOf(faults);
    unexpectedEnds = List.copyOf(unexpectedEnds);
  }

  /**
   * One kind of trouble.
   *
   * @param times how often it came
   * @param words seconds from its begin until a word that was spoken then was on the socket, over
   *     all visits that were speaking; -1 when there was none
   */
  public record Row(String trouble, int times, long words, double p50Seconds, double p99Seconds) {}

  public boolean isClean() {
    return faults.isEmpty() && unexpectedEnds.isEmpty();
  }
}
