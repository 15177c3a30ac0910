package org.medicscribe.devstack.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.medicscribe.devstack.broker.KafkaKeys;
import org.medicscribe.devstack.process.Footprint;
import org.medicscribe.devstack.process.ManagedProcess;
import org.medicscribe.devstack.process.Watchdog;
import org.medicscribe.devstack.service.JavaProgram;
import org.medicscribe.devstack.service.ServiceEnvironment;
import org.medicscribe.devstack.service.ServiceId;

/** The service processes: started, watched, killed and replaced one by one. */
final class Services {

  private static final Duration STOP_GRACE = Duration.ofSeconds(10);

  private final SuiteOptions options;
  private final DataFolder data;
  private final Watchdog watchdog;
  private final Readiness readiness;
  private final Programs programs;
  private final ServiceEnvironment environment;

  /** Those that are meant to run; one that ends while it stands here ended unexpectedly. */
  private final Map<ServiceId, ManagedProcess> running = new ConcurrentHashMap<>();

  private final EndListener unexpectedEnd;

  /**
   * @param unexpectedEnd told when a service ended that nobody stopped
   */
  Services(
      SuiteOptions options,
      DataFolder data,
      Watchdog watchdog,
      Readiness readiness,
      Programs programs,
      EndListener unexpectedEnd) {
    this.options = options;
    this.data = data;
    this.watchdog = watchdog;
    this.readiness = readiness;
    this.programs = programs;
    this.unexpectedEnd = unexpectedEnd;
    this.environment = environment(options, data);
  }

  static ServiceEnvironment environment(SuiteOptions options, DataFolder data) {
    return new ServiceEnvironment(
        options.ports(),
        Foundation.database(options.ports()),
        new ServiceEnvironment.Folders(
            data.audio(),
            data.notes(),
            new ServiceEnvironment.Keys(data.masterKey(), data.signingKey(), data.heads()),
            new KafkaKeys(data.kafkaKeys()),
            models()),
        options.engines(),
        options.environment());
  }

  Map<String, String> environment(ServiceId service) {
    return environment.of(service);
  }

  /** Returns once the service is ready. */
  String start(ServiceId service) throws IOException, SuiteFailure, InterruptedException {
    launch(service);
    return awaitReady(service);
  }

  /** Returns at once. */
  void launch(ServiceId service) throws IOException {
    JavaProgram program = JavaProgram.service(service.kind(), options.project());
    ManagedProcess process =
        ManagedProcess.start(
            new ManagedProcess.Launch(
                service.label(),
                programs.command(program),
                environment.of(service),
                data.log(service.label())),
            watchdog);
    running.put(service, process);
    programs.started(program, process.pid());
  }

  /** Returns once a service that was launched is ready. */
  String awaitReady(ServiceId service) throws SuiteFailure, InterruptedException {
    ManagedProcess process = known(service, running.get(service));
    String url = service.url(options.ports());
    readiness.await(process, url + "/health/ready");
    var _ = process.ending().thenRun(() -> ended(service, process));
    return url;
  }

  void kill(ServiceId service) throws InterruptedException {
    takeOut(service).kill();
  }

  void stop(ServiceId service) throws InterruptedException {
    takeOut(service).stop(STOP_GRACE);
  }

  private ManagedProcess takeOut(ServiceId service) {
    return known(service, running.remove(service));
  }

  private static ManagedProcess known(ServiceId service, @Nullable ManagedProcess process) {
    if (process == null) {
      throw new IllegalStateException(service.label() + " is not running");
    }
    return process;
  }

  Map<String, Footprint> footprints() {
    Map<String, Footprint> footprints = new LinkedHashMap<>();
    for (ServiceId service : options.services()) {
      ManagedProcess process = running.get(service);
      if (process != null) {
        footprints.put(service.label(), process.footprint());
      }
    }
    return footprints;
  }

  /** Asks all to end at once, and gives them the same time for it. */
  void close() throws InterruptedException {
    List<ManagedProcess> ending = List.copyOf(running.values());
    running.clear();
    ending.forEach(ManagedProcess::askToStop);
    long deadline = System.nanoTime() + STOP_GRACE.toNanos();
    for (ManagedProcess process : ending) {
      process.stop(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    }
  }

  private void ended(ServiceId service, ManagedProcess process) {
    if (running.remove(service, process)) {
      unexpectedEnd.ended(process.name(), process.log(), () -> start(service));
    }
  }

  private static Path models() {
    String named = System.getenv("MEDIC_SCRIBE_MODELS");
    return named == null || named.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache", "medic-scribe", "models")
        : Path.of(named).toAbsolutePath();
  }
}
