package org.medicscribe.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.medicscribe.devstack.ports.PortPlan;
import org.medicscribe.devstack.suite.Progress;
import org.medicscribe.devstack.suite.Suite;
import org.medicscribe.devstack.suite.SuiteFailure;
import org.medicscribe.devstack.suite.SuiteOptions;

/** Starts the suite for a test: on its own data, beside whatever else runs on this machine. */
final class TestSuite {

  private static final int REPLICAS = 3;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  /** Ports of suites of this run, whether something listens there already or not. */
  private static final Set<Integer> TAKEN = new HashSet<>();

  private TestSuite() {}

  static Path project() {
    return Path.of(System.getProperty("scribe.project", "..")).toAbsolutePath().normalize();
  }

  /** One start at a time: brokers and servers that initialise the same classes at once may hang. */
  static synchronized Suite start(UnaryOperator<SuiteOptions> options, Path folder)
      throws SuiteFailure, IOException, InterruptedException {
    return Suite.start(
        options.apply(
            SuiteOptions.of(project(), folder.resolve("data"))
                .withPorts(freePorts())
                .withEnvironment(
                    Map.of(
                        // One clinician does here what a clinic does in an hour.
                        "ENABLE_RATE_LIMITING", "false",
                        "GATEWAY_SOCKET_PER_USER", "1000",
                        // Visits are short here.
                        "NOTE_WRITING_MINIMUM_WORDS", "4",
                        // What an operator repairs in minutes is repaired in seconds here.
                        "SESSION_REFUSED_PAUSE", "2s",
                        "DEEPGRAM_ANSWER_TIMEOUT", "5s",
                        // Processes that live for minutes do not repay the second compiler.
                        "JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1"))),
        Progress.SILENT);
  }

  private static PortPlan freePorts() {
    while (true) {
      PortPlan plan = PortPlan.free(REPLICAS);
      List<Integer> ports =
          IntStream.range(0, REPLICAS)
              .boxed()
              .flatMap(
                  replica -> plan.ports().keySet().stream().map(part -> plan.port(part, replica)))
              .toList();
      if (ports.stream().noneMatch(TAKEN::contains)) {
        TAKEN.addAll(ports);
        return plan;
      }
    }
  }

  static void await(Duration limit, BooleanSupplier condition) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + limit.toSeconds() + " s");
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }
}
