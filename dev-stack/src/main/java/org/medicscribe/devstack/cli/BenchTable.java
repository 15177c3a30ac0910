package org.medicscribe.devstack.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.medicscribe.devstack.bench.Backlog;
import org.medicscribe.devstack.bench.BenchReport;
import org.medicscribe.devstack.bench.Overload;
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
    capacity(report);
    report.overload().forEach(this::print);
    report.backlog().forEach(this::print);
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

  private void capacity(BenchReport report) {
    if (report.capacity().isEmpty()) {
      return;
    }
    out.printf("%nThe most sessions at a time%n");
    out.printf("  %-48s %9s %9s %9s %9s%n", "sessions", "p50 ms", "p99 ms", "failed", "busy %");
    for (Stage stage : report.capacity()) {
      out.printf(
          "    %-46d %9.1f %9.1f %9d %9.0f%n",
          stage.sessions(),
          stage.figures().up().p50Millis(),
          stage.figures().up().p99Millis(),
          stage.figures().failed(),
          stage.machineLoad() * PERCENT);
    }
    out.printf("  without a failure and with a p99 of at most 250 ms: %d%n", report.mostSessions());
  }

  private void print(Overload overload) {
    out.printf(
        "%nOverload: %d sessions, and %d more for a while%n",
        overload.steady().sessions(), overload.surge().sessions());
    print("frame sent -> at the provider, those who stay", overload.steady().figures().up());
    out.printf(
        "  seconds after the surge until no frame took longer than 250 ms: %.1f%n",
        overload.recoverySeconds());
    overload.refusals().forEach((told, count) -> out.printf("  %d were told: %s%n", count, told));
    ends(overload.unexpectedEnds());
  }

  private void print(Backlog backlog) {
    out.printf(
        "%nBacklog: %d visits of %.0f s, recorded while transcription-service was stopped%n",
        backlog.visits(), backlog.audioSeconds());
    out.printf(
        "  %.0f MB at most; of its budget of %.0f MB at most %.0f taken%n",
        backlog.megabytes(), backlog.budgetMegabytes(), backlog.usedMegabytes());
    out.printf(
        "  caught up after %.0f s; every word and sample once: %d of %d visits%n",
        backlog.caughtUpSeconds(), backlog.whole(), backlog.visits());
    backlog.faults().forEach(fault -> out.printf("  FAULT: %s%n", fault));
    ends(backlog.unexpectedEnds());
  }

  private void ends(List<String> parts) {
    parts.forEach(part -> out.printf("  ENDED: %s%n", part));
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
          stage.figures().failed(), name, stage.figures().failures());
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
