package org.medicscribe.devstack.bench;

import java.util.List;

/**
 * Visits were recorded while nobody listened, and heard afterwards.
 *
 * @param visits how many at a time
 * @param audioSeconds of each
 * @param megabytes the most that transcription-service held in memory while it caught up
 * @param budgetMegabytes what its budget lends
 * @param usedMegabytes the most of it that was taken
 * @param caughtUpSeconds from its readiness until every word of all visits and every note was there
 * @param whole visits of which every word and sample is there once
 * @param faults what is wrong with the others
 * @param unexpectedEnds parts that ended
 */
public record Backlog(
    int visits,
    double audioSeconds,
    double megabytes,
    double budgetMegabytes,
    double usedMegabytes,
    double caughtUpSeconds,
    int whole,
    List<String> faults,
    List<String> unexpectedEnds) {

  public Backlog {
    faults = List.copyOf(faults);
    unexpectedEnds = List.copyOf(unexpectedEnds);
  }
}
