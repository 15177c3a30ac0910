package org.medicscribe.devstack.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.medicscribe.devstack.bench.Bench;
import org.medicscribe.devstack.bench.BenchPlan;
import org.medicscribe.devstack.bench.BenchReport;
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
        "Starts a suite of its own, with simulated providers and throw-away data, and measures"
            + " latency, CPU and memory beside a bare WebSocket proxy under the same load.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:every session went through", "1:a session failed", "2:wrong usage"})
final class BenchCommand implements Callable<Integer> {

  private static final String USER = "dr.rivera";
  private static final Duration COLD_FOR = Duration.ofSeconds(30);
  private static final Duration SETTLE = Duration.ofSeconds(10);

  @Option(
      names = "--sessions",
      paramLabel = "<n>",
      split = ",",
      defaultValue = "1,20,100,400,700",
      description = "How many at a time, one stage after the other (default 1,20,100,400,700).")
  private List<Integer> sessions = List.of();

  @Option(
      names = "--seconds",
      paramLabel = "<n>",
      defaultValue = "30",
      description = "How long each stage is measured (default 30).")
  private long seconds;

  @Option(
      names = "--warm-up",
      paramLabel = "<n>",
      defaultValue = "300",
      description = "Seconds of up to 100 sessions before anything warm is measured (default 300).")
  private long warmUp;

  @Option(
      names = "--cold",
      paramLabel = "<n>",
      defaultValue = "50",
      description =
          "Sessions that begin as soon as the services have started; 0 leaves that out (default 50).")
  private int cold;

  @Option(
      names = "--only-trials",
      description = "Leave the latencies out: only what the next three options ask for.")
  private boolean onlyTrials;

  @Option(
      names = "--capacity",
      description = "Search for the most sessions at a time without a failure and in 250 ms (p99).")
  private boolean capacity;

  @Option(
      names = "--overload",
      paramLabel = "<n>",
      defaultValue = "0",
      description =
          "With a capacity of <n> sessions, let half of them speak and twice as many for 30 s.")
  private int overload;

  @Option(
      names = "--backlog",
      paramLabel = "<n>",
      defaultValue = "0",
      description = "Record <n> visits while transcription-service is stopped, and start it then.")
  private int backlog;

  @Option(
      names = "--backlog-seconds",
      paramLabel = "<n>",
      defaultValue = "600",
      description = "How long each of these visits is (default 600).")
  private long backlogSeconds;

  @Option(
      names = "--json",
      paramLabel = "<file>",
      description = "Write the figures to this file too.")
  private @Nullable Path json;

  @Override
  public Integer call() throws Exception {
    try (Scratch scratch = Scratch.make()) {
      return measureSuiteIn(scratch.folder());
    } catch (InterruptedException e) {
      throw new SuiteFailure("Stopped before everything was measured.", e);
    }
  }

  private int measureSuiteIn(Path folder) throws Exception {
    BenchPlan plan =
        new BenchPlan(
            onlyTrials ? 0 : cold,
            COLD_FOR,
            Duration.ofSeconds(warmUp),
            onlyTrials ? List.of() : sessions,
            SETTLE,
            Duration.ofSeconds(seconds),
            new BenchPlan.Trials(capacity, overload, backlog, Duration.ofSeconds(backlogSeconds)));
    SuiteOptions options =
        SuiteOptions.of(SuiteFlags.project(), folder)
            .withPorts(PortPlan.free(1))
            .withEngines(Engines.SIMULATED)
            .withEnvironment(
                Map.of(
                    // One machine plays all clinicians; a limit per person would measure itself.
                    "ENABLE_RATE_LIMITING",
                    "false",
                    "GATEWAY_SOCKET_PER_USER",
                    Integer.toString(Integer.MAX_VALUE),
                    // A plan with the provider that is large enough for all of them.
                    "DEEPGRAM_MAX_STREAMS",
                    Integer.toString(2 * plan.most())));
    Console console = new Console(System.out);
    StopSignal stop = StopSignal.listen();
    Thread self = Thread.currentThread();
    var _ = stop.received().thenAccept(_ -> self.interrupt());
    console.starting(options);
    try (Suite suite = Suite.start(options, console)) {
      Bench bench = new Bench(suite, plan, folder, System.out::println);
      BenchReport report = bench.run(suite.token(USER));
      new BenchTable(System.out).print(report);
      Path file = json;
      if (file != null) {
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
      }
      return report.isClean() ? 0 : 1;
    }
  }
}
