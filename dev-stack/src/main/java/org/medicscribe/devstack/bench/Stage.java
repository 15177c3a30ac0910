package org.medicscribe.devstack.bench;

import java.util.Collection;
import java.util.Map;
import org.medicscribe.devstack.load.LoadFigures;

/**
 * What one number of simultaneous sessions measured.
 *
 * @param cpuSecondsPerAudioHour by process, over the measured stretch only
 * @param megabytes what they hold in memory at its end
 * @param machineLoad share of all processors that was busy, whoever made it so
 */
public record Stage(
    int sessions,
    LoadFigures figures,
    Map<String, Double> cpuSecondsPerAudioHour,
    Map<String, Double> megabytes,
    double machineLoad) {

  /** Above this share waiting for a processor is a good part of every latency. */
  private static final double SATURATED = 0.9;

  /** A generator that is this late at its worst measures itself. */
  private static final double LATE_MILLIS = 10;

  public boolean isSaturated() {
    return machineLoad > SATURATED;
  }

  public boolean isGeneratorLate() {
    return figures.late().p99Millis() > LATE_MILLIS;
  }

  double cpu(Collection<String> processes) {
    return processes.stream()
        .mapToDouble(name -> cpuSecondsPerAudioHour.getOrDefault(name, 0.0))
        .sum();
  }
}
