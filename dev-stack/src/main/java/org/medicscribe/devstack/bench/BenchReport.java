package org.medicscribe.devstack.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that was measured in one run on one machine.
 *
 * @param cold the first stretch after the start, unless it was left out
 * @param capacity what was tried to find the most sessions, unless it was left out
 * @param overload twice the capacity and then half of it, unless it was left out
 * @param backlog visits that nobody heard at first, unless it was left out
 */
public record BenchReport(
    int processors,
    List<Stage> cold,
    List<Row> rows,
    List<Stage> capacity,
    List<Overload> overload,
    List<Backlog> backlog) {

  /** The processes that the audio and the words pass through. */
  public static final List<String> AUDIO_PATH =
      List.of("gateway", "transcription-service", "storage-service", "dev-stack and kafka");

  public static final String PROXY = "bare proxy";

  public BenchReport {
    cold = List.copyOf(cold);
    rows = List.copyOf(rows);
    capacity = List.copyOf(capacity);
    overload = List.copyOf(overload);
    backlog = List.copyOf(backlog);
  }

  /** The suite beside a bare proxy, with the same load. */
  public record Row(int sessions, Stage suite, Stage proxy) {

    /** How many times the CPU of the bare proxy the audio path takes. */
    @JsonProperty
    public double cpuRatio() {
      return suite.cpu(AUDIO_PATH) / proxy.cpu(List.of(PROXY));
    }
  }

  /** The most sessions of the search that got through in time; 0 when none was made. */
  @JsonProperty
  public int mostSessions() {
    return capacity.stream()
        .filter(CapacitySearch::isGood)
        .mapToInt(Stage::sessions)
        .max()
        .orElse(0);
  }

  /** Whether every session got through that had to, and nothing ended. */
  public boolean isClean() {
    return stages().allMatch(stage -> stage.figures().failed() == 0)
        && overload.stream()
            .allMatch(
                each -> each.unexpectedEnds().isEmpty() && each.steady().figures().failed() == 0)
        && backlog.stream()
            .allMatch(each -> each.unexpectedEnds().isEmpty() && each.faults().isEmpty());
  }

  private Stream<Stage> stages() {
    return Stream.concat(
        cold.stream(), rows.stream().flatMap(row -> Stream.of(row.suite(), row.proxy())));
  }
}
