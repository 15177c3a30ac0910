package org.medicscribe.devstack.cli;

import java.io.PrintStream;
import org.medicscribe.devstack.chaos.ChaosReport;

/** What a suite suffered, for people. */
final class ChaosTable {

  private final PrintStream out;

  ChaosTable(PrintStream out) {
    this.out = out;
  }

  void print(ChaosReport report) {
    out.printf(
        "%n%d visits of %d s, seed %d%n",
        report.plan().visits(), report.plan().length().toSeconds(), report.plan().seed());
    out.printf("  %-36s %6s %8s %22s%n", "trouble", "times", "words", "seconds until words");
    out.printf("  %-36s %6s %8s %11s %10s%n", "", "", "awaited", "p50", "p99");
    report
        .rows()
        .forEach(row ->
            out.printf(
                "  %-36s %6d %8d %11.1f %10.1f%n",
                row.trouble(), row.times(), row.words(), row.p50Seconds(), row.p99Seconds()));
    out.printf(
        "  whole, every word once and every sample as it was sent: %d of %d visits%n",
        report.whole(), report.plan().visits());
    report.faults().forEach(fault -> out.printf("  FAULT: %s%n", fault));
    report
        .unexpectedEnds()
        .forEach(part -> out.printf("  ENDED THOUGH NOBODY KILLED IT: %s%n", part));
    out.flush();
  }
}
