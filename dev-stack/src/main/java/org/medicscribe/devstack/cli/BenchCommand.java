package org.medicscribe.devstack.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.medicscribe.devstack.bench.Bench;
import org.medicscribe.devstack.bench.BenchRow;
import org.medicscribe.devstack.bench.Latency;
import org.medicscribe.devstack.ports.PortPlan;
import org.medicscribe.devstack.service.Engines;
import org.medicscribe.devstack.suite.Suite;
import org.medicscribe.devstack.suite.SuiteFailure;
import org.medicscribe.devstack.suite.SuiteOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./scribe bench}: starts a suite of its own with simulated providers and measures it. */
@Command(
    name = "bench",
    description =
        "Starts a suite of its own, with simulated providers and throw-away data, and measures latency, CPU and memory.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:every session went through", "1:a session failed", "2:wrong usage"})
final class BenchCommand implements Callable<Integer> {

  private static final String USER = "dr.rivera";

  @Option(
      names = "--sessions",
      paramLabel = "<n>",
      split = ",",
      defaultValue = "1,20,100",
      description = "How many at a time, one run after the other (default 1,20,100).")
  private List<Integer> sessions = List.of();

  @Option(
      names = "--seconds",
      paramLabel = "<n>",
      defaultValue = "30",
      description = "How long each session talks (default 30).")
  private long seconds;

  @Option(
      names = "--json",
      paramLabel = "<file>",
      description = "Write the figures to this file too.")
  private @Nullable Path json;

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("medic-scribe-bench");
    try {
      return measureSuiteIn(folder);
    } catch (InterruptedException e) {
      throw new SuiteFailure("Stopped before everything was measured.", e);
    } finally {
      remove(folder);
    }
  }

  private int measureSuiteIn(Path folder) throws Exception {
    SuiteOptions options =
        SuiteOptions.of(SuiteFlags.project(), folder)
            .withPorts(PortPlan.free(1))
            .withEngines(Engines.SIMULATED)
            // One machine plays all clinicians; a limit per person would measure itself.
            .withEnvironment(Map.of("ENABLE_RATE_LIMITING", "false"));
    Console console = new Console(System.out);
    StopSignal stop = StopSignal.listen();
    Thread self = Thread.currentThread();
    var _ = stop.received().thenAccept(_ -> self.interrupt());
    console.starting(options);
    try (HttpClient http = HttpClient.newHttpClient();
        Suite suite = Suite.start(options, console)) {
      List<BenchRow> rows = measure(suite, http);
      Path file = json;
      if (file != null) {
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), rows);
      }
      return rows.stream().allMatch(row -> row.failed() == 0) ? 0 : 1;
    }
  }

  /** Records of many hours of ruler are of no use to anyone. */
  private static void remove(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }

  private List<BenchRow> measure(Suite suite, HttpClient http) throws Exception {
    Bench bench = new Bench(suite, http, Duration.ofSeconds(seconds));
    String token = suite.token(USER);
    List<BenchRow> rows = new ArrayList<>();
    for (int count : sessions) {
      BenchRow row = bench.run(count, () -> token);
      print(row, System.out);
      rows.add(row);
    }
    return rows;
  }

  private static void print(BenchRow row, PrintStream out) {
    out.printf(
        "%n%d sessions%s%n",
        row.sessions(), row.failed() == 0 ? "" : ", " + row.failed() + " FAILED");
    out.printf("  %-38s %9s %9s %9s %9s%n", "milliseconds", "p50", "p99", "max", "count");
    print("frame sent -> at the provider", row.up(), out);
    print("provider's final -> on the socket", row.down(), out);
    print("frame sent -> acknowledged", row.acks(), out);
    out.printf("  %-38s %9s %9s%n", "process", "CPU s/h", "MB");
    row.cpuSecondsPerAudioHour()
        .forEach((name, cpu) ->
            out.printf(
                "  %-38s %9.1f %9.0f%n", name, cpu, row.megabytes().getOrDefault(name, 0.0)));
    out.printf(
        "  %-38s %9.1f %9.0f%n", "total", sum(row.cpuSecondsPerAudioHour()), sum(row.megabytes()));
    out.flush();
  }

  private static void print(String what, Latency latency, PrintStream out) {
    out.printf(
        "  %-38s %9.1f %9.1f %9.1f %9d%n",
        what, latency.p50Millis(), latency.p99Millis(), latency.maxMillis(), latency.count());
  }

  private static double sum(Map<String, Double> values) {
    return values.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
