package org.medicscribe.devstack.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.medicscribe.devstack.load.BareProxy;
import org.medicscribe.devstack.ports.Part;
import org.medicscribe.devstack.process.Footprint;
import org.medicscribe.devstack.service.JavaProgram;
import org.medicscribe.devstack.service.ServiceId;
import org.medicscribe.devstack.service.ServiceKind;
import org.medicscribe.devstack.suite.Suite;
import org.medicscribe.devstack.suite.SuiteFailure;

/**
 * Puts the same load on a suite with simulated providers and on a bare proxy to the same simulator.
 * The load comes from a process of its own, so that this one does nothing but hold the broker.
 */
public final class Bench {

  private static final int PROXY_HEAP_MEGABYTES = 192;
  private static final Duration SURGE = Duration.ofSeconds(30);
  private static final Duration AFTER_SURGE = Duration.ofSeconds(60);
  private static final double NANOS_PER_SECOND = 1e9;

  private final Suite suite;
  private final BenchPlan plan;
  private final Path folder;
  private final File log;
  private final Consumer<String> progress;
  private final Meter meter;

  /**
   * @param folder for recordings, and what the processes of the benchmark complain about
   * @param progress told what is going on
   */
  public Bench(Suite suite, BenchPlan plan, Path folder, Consumer<String> progress) {
    this.suite = suite;
    this.plan = plan;
    this.folder = folder;
    this.log = folder.resolve("bench.log").toFile();
    this.progress = progress;
    this.meter = new Meter(suite.deepgramSimulator(), log);
  }

  /**
   * @param token signs in to the suite
   */
  public BenchReport run(String token) throws Exception {
    Target whole =
        new Target(
            "the suite", suite.url(ServiceId.first(ServiceKind.GATEWAY)), token, suite::footprints);
    List<Stage> cold = new ArrayList<>();
    if (plan.cold() > 0) {
      progress.accept("%d sessions on the services as they have started".formatted(plan.cold()));
      try (Load load = meter.rehearsed(whole, plan.cold(), Duration.ZERO, plan.coldFor())) {
        startServicesAgain();
        cold.add(load.measure());
      }
    }
    List<Stage> warm = stages(whole);
    List<BenchReport.Row> rows = new ArrayList<>();
    if (!warm.isEmpty()) {
      List<Stage> proxied = proxied();
      for (int i = 0; i < warm.size(); i++) {
        rows.add(new BenchReport.Row(plan.sessions().get(i), warm.get(i), proxied.get(i)));
      }
    }
    BenchPlan.Trials trials = plan.trials();
    List<Stage> capacity =
        trials.capacity()
            ? CapacitySearch.run(sessions -> stage(whole, sessions, plan.measured()))
            : List.of();
    List<Overload> overload =
        trials.overload() > 0 ? List.of(overload(whole, trials.overload())) : List.of();
    List<Backlog> backlog = new ArrayList<>();
    if (trials.backlog() > 0) {
      progress.accept(
          "%d visits of %d s while transcription-service is stopped"
              .formatted(trials.backlog(), trials.backlogLength().toSeconds()));
      backlog.add(
          new BacklogRun(suite, token, folder).run(trials.backlog(), trials.backlogLength()));
    }
    return new BenchReport(
        Runtime.getRuntime().availableProcessors(), cold, rows, capacity, overload, backlog);
  }

  private List<Stage> proxied() throws IOException, InterruptedException {
    try (Child proxy = startProxy()) {
      URI address = URI.create("http://127.0.0.1:" + proxy.await(BareProxy.LISTENING));
      return stages(new Target("the " + BenchReport.PROXY, address, null, () -> footprints(proxy)));
    }
  }

  private Stage stage(Target target, int sessions, Duration measured)
      throws IOException, InterruptedException {
    progress.accept("%d sessions on %s".formatted(sessions, target.name()));
    Meter.awaitIdle(target);
    return meter.measure(target, sessions, plan.settle(), measured);
  }

  /** The two loads begin together; the surge ends, and the steady half goes on for a minute. */
  private Overload overload(Target whole, int capacity) throws Exception {
    int steadySessions = Math.max(1, capacity / 2);
    int surgeSessions = 2 * capacity - steadySessions;
    progress.accept(
        "%d sessions, for %d s %d more"
            .formatted(steadySessions, SURGE.toSeconds(), surgeSessions));
    Meter.awaitIdle(whole);
    try (Load steady =
            meter.rehearsed(whole, steadySessions, Duration.ZERO, SURGE.plus(AFTER_SURGE));
        Load surge = meter.rehearsed(whole, surgeSessions, Duration.ZERO, SURGE);
        ExecutorService hands = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
      Future<Stage> going = hands.submit(steady::measure);
      Stage crowd = surge.measure();
      Stage half = going.get();
      double recovery = (half.figures().lastSlow() - surge.endedAt()) / NANOS_PER_SECOND;
      Map<String, Long> refusals = new TreeMap<>(half.figures().failures());
      crowd
          .figures()
          .failures()
          .forEach((reason, count) -> refusals.merge(reason, count, Long::sum));
      return new Overload(
          capacity, half, crowd, Math.max(0, recovery), refusals, suite.unexpectedEnds());
    }
  }

  /** All at once, as in the start of the suite. */
  private void startServicesAgain() throws SuiteFailure, IOException, InterruptedException {
    List<ServiceId> services = Stream.of(ServiceKind.values()).map(ServiceId::first).toList();
    for (ServiceId service : services) {
      suite.stop(service);
    }
    for (ServiceId service : services) {
      suite.launch(service);
    }
    for (ServiceId service : services) {
      suite.awaitReady(service);
    }
  }

  private List<Stage> stages(Target target) throws IOException, InterruptedException {
    if (plan.warmUp().isPositive()) {
      progress.accept("%d sessions to warm %s up".formatted(plan.warmUpSessions(), target.name()));
      Meter.awaitIdle(target);
      var _ = meter.measure(target, plan.warmUpSessions(), Duration.ZERO, plan.warmUp());
    }
    List<Stage> stages = new ArrayList<>();
    for (int sessions : plan.sessions()) {
      stages.add(stage(target, sessions, plan.measured()));
    }
    return stages;
  }

  private Child startProxy() throws IOException {
    return Child.start(
        JavaProgram.busy(BenchReport.PROXY, BareProxy.class, PROXY_HEAP_MEGABYTES)
            .command(List.of(), suite.deepgramSimulator().toString()),
        log);
  }

  private Map<String, Footprint> footprints(Child proxy) {
    Map<String, Footprint> both = new LinkedHashMap<>();
    both.put(BenchReport.PROXY, proxy.footprint());
    String simulator = Part.DEEPGRAM_SIMULATOR.label();
    both.put(simulator, suite.footprints().getOrDefault(simulator, Footprint.NONE));
    return both;
  }
}
