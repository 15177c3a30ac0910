package org.medicscribe.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.medicscribe.devstack.ports.PortPlan;
import org.medicscribe.devstack.service.Engines;
import org.medicscribe.devstack.service.ServiceKind;
import org.medicscribe.devstack.suite.Progress;
import org.medicscribe.devstack.suite.Suite;
import org.medicscribe.devstack.suite.SuiteFailure;
import org.medicscribe.devstack.suite.SuiteOptions;

/** Starts the suite for a test: on its own data, beside whatever runs on the standard ports. */
final class TestSuite {

  private static final int PORT_OFFSET = 20_000;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private TestSuite() {}

  static Path project() {
    return Path.of(System.getProperty("scribe.project", "..")).toAbsolutePath().normalize();
  }

  static Suite start(Path data, Engines engines, Map<ServiceKind, Integer> replicas)
      throws SuiteFailure, IOException, InterruptedException {
    return Suite.start(
        SuiteOptions.of(project(), data.resolve("data"))
            .withPorts(PortPlan.standard().shifted(PORT_OFFSET))
            .withEngines(engines)
            .withReplicas(replicas)
            // One clinician does here what a clinic does in an hour.
            .withEnvironment(Map.of("ENABLE_RATE_LIMITING", "false")),
        Progress.SILENT);
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
}
