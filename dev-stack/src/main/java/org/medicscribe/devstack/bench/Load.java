package org.medicscribe.devstack.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.medicscribe.devstack.load.LoadFigures;
import org.medicscribe.devstack.load.LoadGenerator;
import org.medicscribe.devstack.load.LoadOptions;
import org.medicscribe.devstack.process.Footprint;
import org.medicscribe.devstack.service.JavaProgram;

/**
 * A load generator that has rehearsed and waits. Reads the clocks of all processes at the beginning
 * and the end of the measured stretch: signing in, settling and the drafting of notes are not in
 * it.
 */
final class Load implements AutoCloseable {

  private static final String GENERATOR = "load generator";
  private static final int HEAP_MEGABYTES = 192;
  private static final double BYTES_PER_MEGABYTE = 1024.0 * 1024.0;
  private static final double MILLIS_PER_SECOND = 1000.0;
  private static final double SECONDS_PER_HOUR = 3600.0;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final OperatingSystemMXBean MACHINE =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Target target;
  private final LoadOptions options;
  private final Child generator;
  private volatile long endedAt;

  private Load(Target target, LoadOptions options, Child generator) {
    this.target = target;
    this.options = options;
    this.generator = generator;
  }

  /**
   * @param log what the generator complains about
   */
  static Load rehearsed(Target target, LoadOptions options, File log)
      throws IOException, InterruptedException {
    Load load =
        new Load(
            target,
            options,
            Child.start(
                JavaProgram.busy(GENERATOR, LoadGenerator.class, HEAP_MEGABYTES)
                    .command(List.of(), options.arguments().toArray(String[]::new)),
                log));
    boolean rehearsed = false;
    try {
      load.generator.await(LoadGenerator.REHEARSED);
      rehearsed = true;
    } finally {
      if (!rehearsed) {
        load.close();
      }
    }
    return load;
  }

  Stage measure() throws IOException, InterruptedException {
    generator.goOn();
    generator.await(LoadGenerator.MEASURING);
    MACHINE.getCpuLoad();
    Map<String, Footprint> before = footprints();
    generator.await(LoadGenerator.MEASURED);
    endedAt = System.nanoTime();
    double machineLoad = MACHINE.getCpuLoad();
    Map<String, Footprint> after = footprints();
    LoadFigures figures = JSON.readValue(generator.await(LoadGenerator.FIGURES), LoadFigures.class);
    return new Stage(options.sessions(), figures, cpu(before, after), memory(after), machineLoad);
  }

  /** When the measured stretch ended, on the machine's monotonic clock. */
  long endedAt() {
    return endedAt;
  }

  @Override
  public void close() {
    generator.close();
  }

  private Map<String, Footprint> footprints() {
    Map<String, Footprint> all = new LinkedHashMap<>(target.footprints().get());
    all.put(GENERATOR, generator.footprint());
    return all;
  }

  private Map<String, Double> cpu(Map<String, Footprint> before, Map<String, Footprint> after) {
    double audioHours =
        options.sessions() * (options.measured().toMillis() / MILLIS_PER_SECOND) / SECONDS_PER_HOUR;
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
