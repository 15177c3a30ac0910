package org.medicscribe.devstack.bench;

import java.util.ArrayList;
import java.util.List;

/** Finds the most sessions that get through in time: twice as many until it fails, then between. */
final class CapacitySearch {

  static final int MOST = 1_600;
  private static final int FIRST = 200;
  private static final int CLOSE_ENOUGH = 50;

  /** What a person begins to notice. */
  private static final double LIMIT_MILLIS = 250;

  /** Measures one number of sessions. */
  @FunctionalInterface
  interface Trial {
    Stage of(int sessions) throws Exception;
  }

  private CapacitySearch() {}

  /** The stages in the order in which they were tried. */
  static List<Stage> run(Trial trial) throws Exception {
    List<Stage> tried = new ArrayList<>();
    int good = 0;
    int bad = MOST + 1;
    int next = FIRST;
    while (bad - good > CLOSE_ENOUGH && next <= MOST) {
      Stage stage = trial.of(next);
      tried.add(stage);
      if (isGood(stage)) {
        good = next;
      } else {
        bad = next;
      }
      next = bad > MOST ? 2 * good : (good + bad) / 2;
    }
    return tried;
  }

  static boolean isGood(Stage stage) {
    return stage.figures().failed() == 0 && stage.figures().up().p99Millis() <= LIMIT_MILLIS;
  }
}
