package org.medicscribe.devstack.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.medicscribe.devstack.load.LoadOptions;
import org.medicscribe.devstack.process.Footprint;

/** Puts one load after the other on what is measured; no two have a ruler session in common. */
final class Meter {

  private static final int SESSION_RANGE = 10_000_000;
  private static final Duration IDLE_CHECK = Duration.ofSeconds(1);
  private static final Duration IDLE_LIMIT = Duration.ofMillis(250);
  private static final Duration IDLE_PATIENCE = Duration.ofSeconds(60);

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
    try (Load load = rehearsed(target, sessions, settle, measured)) {
      return load.measure();
    }
  }

  /** Returns once the load could begin at once. */
  Load rehearsed(Target target, int sessions, Duration settle, Duration measured)
      throws IOException, InterruptedException {
    LoadOptions options =
        new LoadOptions(
            target.address(), target.token(), simulator, sessions, nextSession, settle, measured);
    // The rehearsal takes as many again.
    nextSession += 2 * sessions;
    return Load.rehearsed(target, options, log);
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
}
