package org.medicscribe.devstack.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.medicscribe.devstack.load.LoadFigures;
import org.medicscribe.devstack.load.LoadGenerator;
import org.medicscribe.devstack.load.LoadOptions;
import org.medicscribe.devstack.process.Footprint;
import org.medicscribe.devstack.service.JavaProgram;

/**
 * Runs a load generator against a target and reads the clocks of all processes at the beginning and
 * the end of the measured stretch: signing in, settling and the drafting of notes are not in it.
 */
final class Meter {

  static final String GENERATOR = "load generator";

  private static final int HEAP_MEGABYTES = 192;
  private static final int SESSION_RANGE = 10_000_000;
  private static final Duration IDLE_CHECK = Duration.ofSeconds(1);
  private static final Duration IDLE_LIMIT = Duration.ofMillis(250);
  private static final Duration IDLE_PATIENCE = Duration.ofSeconds(60);
  private static final double BYTES_PER_MEGABYTE = 1024.0 * 1024.0;
  private static final double MILLIS_PER_SECOND = 1000.0;
  private static final double SECONDS_PER_HOUR = 3600.0;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final OperatingSystemMXBean MACHINE =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final URI simulator;
  private final File log;
  private int nextSession = ThreadLocalRandom.current().nextInt(SESSION_RANGE);

  /**
   * @param simulator tells when audio came to the provider and when words left it
   * @param log what the generators complain about
   */
  Meter(URI simulator, File log) {
    this.simulator = simulator;
    this.log = log;
  }

  Stage measure(Target target, int sessions, Duration settle, Duration measured)
      throws IOException, InterruptedException {
    LoadOptions load =
        new LoadOptions(
            target.address(), target.token(), simulator, sessions, nextSession, settle, measured);
    nextSession += sessions;
    List<String> command =
        JavaProgram.busy(GENERATOR, LoadGenerator.class, HEAP_MEGABYTES)
            .command(List.of(), load.arguments().toArray(String[]::new));
    try (Child generator = Child.start(command, log)) {
      generator.await(LoadGenerator.MEASURING);
      MACHINE.getCpuLoad();
      Map<String, Footprint> before = footprints(target, generator);
      generator.await(LoadGenerator.MEASURED);
      double machineLoad = MACHINE.getCpuLoad();
      Map<String, Footprint> after = footprints(target, generator);
      LoadFigures figures =
          JSON.readValue(generator.await(LoadGenerator.FIGURES), LoadFigures.class);
      double audioHours = sessions * (measured.toMillis() / MILLIS_PER_SECOND) / SECONDS_PER_HOUR;
      return new Stage(
          sessions, figures, cpu(before, after, audioHours), memory(after), machineLoad);
    }
  }

  /** The notes of the recordings before are drafted first; their cost is another subject. */
  static void awaitIdle(Target target) throws InterruptedException {
    long deadline = System.nanoTime() + IDLE_PATIENCE.toNanos();
    Duration used = Duration.ZERO;
    do {
      Duration before = used(target);
      Thread.sleep(IDLE_CHECK);
      used = used(target).minus(before);
    } while (used.compareTo(IDLE_LIMIT) > 0 && System.nanoTime() < deadline);
  }

  private static Duration used(Target target) {
    return target.footprints().get().values().stream()
        .map(Footprint::cpu)
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static Map<String, Footprint> footprints(Target target, Child generator) {
    Map<String, Footprint> all = new LinkedHashMap<>(target.footprints().get());
    all.put(GENERATOR, generator.footprint());
    return all;
  }

  private static Map<String, Double> cpu(
      Map<String, Footprint> before, Map<String, Footprint> after, double audioHours) {
    Map<String, Double> cpu = new LinkedHashMap<>();
    after.forEach((name, footprint) -> {
      Duration used = footprint.cpu().minus(before.getOrDefault(name, Footprint.NONE).cpu());
      cpu.put(name, used.toMillis() / MILLIS_PER_SECOND / audioHours);
    });
    return cpu;
  }

  private static Map<String, Double> memory(Map<String, Footprint> footprints) {
    Map<String, Double> memory = new LinkedHashMap<>();
    footprints.forEach(
        (name, footprint) -> memory.put(name, footprint.residentBytes() / BYTES_PER_MEGABYTE));
    return memory;
  }
}
