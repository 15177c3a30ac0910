package org.medicscribe.devstack.cli;

import java.io.PrintStream;
import java.util.Map;
import org.medicscribe.devstack.bench.BenchReport;
import org.medicscribe.devstack.bench.Stage;
import org.medicscribe.devstack.load.Latency;

/** The figures of a benchmark for people. */
final class BenchTable {

  private static final int PERCENT = 100;

  private final PrintStream out;

  BenchTable(PrintStream out) {
    this.out = out;
  }

  void print(BenchReport report) {
    report
        .cold()
        .forEach(stage -> {
          out.printf("%n%d sessions, from the start of the services on%n", stage.sessions());
          latencies("the suite", stage);
          remarks("the suite", stage);
        });
    report.rows().forEach(this::print);
    out.flush();
  }

  private void print(BenchReport.Row row) {
    out.printf("%n%d sessions, warm%n", row.sessions());
    latencies("the suite", row.suite());
    latencies("the bare proxy", row.proxy());
    out.printf("  %-48s %9s %9s%n", "processor and memory", "CPU s/h", "MB");
    processes(row.suite());
    processes(row.proxy());
    out.printf(
        "  CPU of gateway, transcription, storage and broker: %.1f times the bare proxy's%n",
        row.cpuRatio());
    remarks("the suite", row.suite());
    remarks("the bare proxy", row.proxy());
  }

  private void latencies(String name, Stage stage) {
    out.printf("  %-48s %9s %9s %9s %9s%n", "milliseconds, " + name, "p50", "p99", "max", "count");
    print("frame sent -> at the provider", stage.figures().up());
    print("provider's final -> on the socket", stage.figures().down());
    if (stage.figures().acks().count() > 0) {
      print("frame sent -> acknowledged", stage.figures().acks());
    }
  }

  private void print(String what, Latency latency) {
    out.printf(
        "    %-46s %9.1f %9.1f %9.1f %9d%n",
        what, latency.p50Millis(), latency.p99Millis(), latency.maxMillis(), latency.count());
  }

  private void processes(Stage stage) {
    for (Map.Entry<String, Double> cpu : stage.cpuSecondsPerAudioHour().entrySet()) {
      out.printf(
          "    %-46s %9.1f %9.0f%n",
          cpu.getKey(), cpu.getValue(), stage.megabytes().getOrDefault(cpu.getKey(), 0.0));
    }
  }

  private void remarks(String name, Stage stage) {
    if (stage.figures().failed() > 0) {
      out.printf(
          "  %d SESSIONS OF %s FAILED: %s%n",
          stage.figures().failed(), name, stage.figures().failure());
    }
    if (stage.isSaturated()) {
      out.printf(
          "  THE MACHINE IS SATURATED with %s (%.0f %% busy): its latencies are those of a machine"
              + " that is too small.%n",
          name, stage.machineLoad() * PERCENT);
    }
    if (stage.isGeneratorLate()) {
      out.printf(
          "  The load generator was itself late (p99 %.0f ms): do not trust the latencies of %s.%n",
          stage.figures().late().p99Millis(), name);
    }
  }
}
