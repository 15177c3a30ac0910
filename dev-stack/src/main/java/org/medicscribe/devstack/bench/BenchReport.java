package org.medicscribe.devstack.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that was measured in one run on one machine.
 *
 * @param cold the first stretch after the start, unless it was left out
 */
public record BenchReport(int processors, List<Stage> cold, List<Row> rows) {

  /** The processes that the audio and the words pass through. */
  public static final List<String> AUDIO_PATH =
      List.of("gateway", "transcription-service", "storage-service", "dev-stack and kafka");

  public static final String PROXY = "bare proxy";

  public BenchReport {
    cold = List.copyOf(cold);
    rows = List.copyOf(rows);
  }

  /** The suite beside a bare proxy, with the same load. */
  public record Row(int sessions, Stage suite, Stage proxy) {

    /** How many times the CPU of the bare proxy the audio path takes. */
    @JsonProperty
    public double cpuRatio() {
      return suite.cpu(AUDIO_PATH) / proxy.cpu(List.of(PROXY));
    }
  }

  /** Whether every session got through. */
  public boolean isClean() {
    return stages().allMatch(stage -> stage.figures().failed() == 0);
  }

  private Stream<Stage> stages() {
    return Stream.concat(
        cold.stream(), rows.stream().flatMap(row -> Stream.of(row.suite(), row.proxy())));
  }
}
