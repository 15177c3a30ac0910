package org.medicscribe.devstack.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.medicscribe.devstack.chaos.Chaos;
import org.medicscribe.devstack.chaos.ChaosPlan;
import org.medicscribe.devstack.chaos.ChaosReport;
import org.medicscribe.devstack.ports.PortPlan;
import org.medicscribe.devstack.service.Engines;
import org.medicscribe.devstack.service.ServiceId;
import org.medicscribe.devstack.service.ServiceKind;
import org.medicscribe.devstack.suite.Suite;
import org.medicscribe.devstack.suite.SuiteFailure;
import org.medicscribe.devstack.suite.SuiteOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./scribe chaos}: everything breaks while visits are recorded, and nothing may be lost. */
@Command(
    name = "chaos",
    description =
        "Starts a suite of its own and records visits while each part of it is killed, the network"
            + " is cut and the audio volume goes away, again and again; then judges every word and"
            + " every sample.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:nothing lost, nothing doubled", "1:something is wrong", "2:wrong usage"})
final class ChaosCommand implements Callable<Integer> {

  private static final String USER = "dr.rivera";

  @Option(
      names = "--visits",
      paramLabel = "<n>",
      defaultValue = "50",
      description = "How many are recorded at the same time (default 50).")
  private int visits;

  @Option(
      names = "--minutes",
      paramLabel = "<n>",
      defaultValue = "10",
      description = "How long each of them speaks (default 10).")
  private double minutes;

  @Option(
      names = "--kills",
      paramLabel = "<n>",
      defaultValue = "20",
      description = "How often each part breaks (default 20).")
  private int kills;

  @Option(
      names = "--seed",
      paramLabel = "<n>",
      description = "What breaks when; the table names it (default: another one each time).")
  private @Nullable Long seed;

  @Option(
      names = "--json",
      paramLabel = "<file>",
      description = "Write the figures to this file too.")
  private @Nullable Path json;

  @Override
  public Integer call() throws Exception {
    ChaosPlan plan =
        new ChaosPlan(
            visits,
            Duration.ofMillis(Math.round(minutes * Duration.ofMinutes(1).toMillis())),
            kills,
            seed == null ? ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) : seed);
    try (Scratch scratch = Scratch.make()) {
      return suffer(plan, scratch.folder());
    } catch (InterruptedException e) {
      throw new SuiteFailure("Stopped before everything was judged.", e);
    }
  }

  private int suffer(ChaosPlan plan, Path folder) throws Exception {
    SuiteOptions options =
        SuiteOptions.of(SuiteFlags.project(), folder)
            .withPorts(PortPlan.free(1))
            .withEngines(Engines.SIMULATED)
            .withBrokerApart(true)
            .withEnvironment(
                Map.of(
                    // One clinician records them all.
                    "ENABLE_RATE_LIMITING",
                    "false",
                    "GATEWAY_SOCKET_PER_USER",
                    Integer.toString(2 * plan.visits()),
                    "DEEPGRAM_MAX_STREAMS",
                    Integer.toString(2 * plan.visits())));
    Console console = new Console(System.out);
    StopSignal stop = StopSignal.listen();
    Thread self = Thread.currentThread();
    var _ = stop.received().thenAccept(_ -> self.interrupt());
    console.starting(options);
    try (Suite suite = Suite.start(options, console)) {
      String token = suite.token(USER);
      Path audio =
          Path.of(suite.environment(ServiceId.first(ServiceKind.STORAGE)).get("UPLOAD_FOLDER"));
      ChaosReport report =
          new Chaos(suite, plan, folder, audio, () -> token, System.out::println).run();
      new ChaosTable(System.out).print(report);
      Path file = json;
      if (file != null) {
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
      }
      return report.isClean() ? 0 : 1;
    }
  }
}
