package org.medicscribe.devstack.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private final Suite suite;
  private final BenchPlan plan;
  private final File log;
  private final Consumer<String> progress;
  private final Meter meter;

  /**
   * @param log what the processes of the benchmark complain about
   * @param progress told what is going on
   */
  public Bench(Suite suite, BenchPlan plan, File log, Consumer<String> progress) {
    this.suite = suite;
    this.plan = plan;
    this.log = log;
    this.progress = progress;
    this.meter = new Meter(suite.deepgramSimulator(), log);
  }

  /**
   * @param token signs in to the suite
   */
  public BenchReport run(String token) throws SuiteFailure, IOException, InterruptedException {
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
    List<Stage> proxied;
    try (Child proxy = startProxy()) {
      URI address = URI.create("http://127.0.0.1:" + proxy.await(BareProxy.LISTENING));
      proxied =
          stages(new Target("the " + BenchReport.PROXY, address, null, () -> footprints(proxy)));
    }
    List<BenchReport.Row> rows = new ArrayList<>();
    for (int i = 0; i < warm.size(); i++) {
      rows.add(new BenchReport.Row(plan.sessions().get(i), warm.get(i), proxied.get(i)));
    }
    return new BenchReport(Runtime.getRuntime().availableProcessors(), cold, rows);
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
      progress.accept("%d sessions to warm %s up".formatted(plan.most(), target.name()));
      Meter.awaitIdle(target);
      var _ = meter.measure(target, plan.most(), Duration.ZERO, plan.warmUp());
    }
    List<Stage> stages = new ArrayList<>();
    for (int sessions : plan.sessions()) {
      progress.accept("%d sessions on %s".formatted(sessions, target.name()));
      Meter.awaitIdle(target);
      stages.add(meter.measure(target, sessions, plan.settle(), plan.measured()));
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
