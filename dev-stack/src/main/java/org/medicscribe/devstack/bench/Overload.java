package org.medicscribe.devstack.bench;

import java.util.List;
import java.util.Map;

/**
 * Half of the capacity speaks, and for a while one and a half of it beside that.
 *
 * @param capacity sessions that the machine is said to bear
 * @param steady the half that was there before and after
 * @param surge the others
 * @param recoverySeconds from the end of the surge until no frame of the steady half took longer
 *     than 250 ms any more
 * @param refusals sessions of both that did not get through, by what they were told
 * @param unexpectedEnds parts that ended
 */
public record Overload(
    int capacity,
    Stage steady,
    Stage surge,
    double recoverySeconds,
    Map<String, Long> refusals,
    List<String> unexpectedEnds) {

  public Overload {
    refusals = Map.copyOf(refusals);
    unexpectedEnds = List.copyOf(unexpectedEnds);
  }
}
