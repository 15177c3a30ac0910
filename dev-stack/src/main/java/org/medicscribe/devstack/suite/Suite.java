package org.medicscribe.devstack.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.medicscribe.devstack.aot.AotTraining;
import org.medicscribe.devstack.broker.KafkaKeys;
import org.medicscribe.devstack.issuer.Issuer;
import org.medicscribe.devstack.issuer.SignIn;
import org.medicscribe.devstack.ports.Part;
import org.medicscribe.devstack.ports.PortCheck;
import org.medicscribe.devstack.process.Footprint;
import org.medicscribe.devstack.process.Watchdog;
import org.medicscribe.devstack.service.Engines;
import org.medicscribe.devstack.service.ServiceId;

/**
 * The whole suite on this machine. {@link #start} returns once everything is ready; a part that
 * ends by itself is started again; {@link #close} stops everything in order; whatever happens to
 * this process, nothing of it stays behind.
 */
public final class Suite implements AutoCloseable {

  private final SuiteOptions options;
  private final DataFolder data;
  private final Watchdog watchdog;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Revival revival;
  private final Programs programs;
  private final Foundation foundation;
  private final Services services;
  private @Nullable AotTraining training;

  private Suite(SuiteOptions options, DataFolder data, Watchdog watchdog, Progress progress) {
    this.options = options;
    this.data = data;
    this.watchdog = watchdog;
    this.revival = new Revival(progress::told);
    this.programs =
        new Programs(options.cache().resolve("aot").toAbsolutePath(), options.training());
    Readiness readiness = new Readiness(http);
    this.foundation = new Foundation(options, data, watchdog, readiness, programs, revival::ended);
    this.services = new Services(options, data, watchdog, readiness, programs, revival::ended);
  }

  /**
   * Starts everything that the options name.
   *
   * @throws SuiteFailure when it cannot be started; then nothing of it runs any more
   */
  public static Suite start(SuiteOptions options, Progress progress)
      throws SuiteFailure, IOException, InterruptedException {
    DataFolder data = DataFolder.open(options.data());
    Suite suite = new Suite(options, data, Watchdog.start(), progress);
    boolean started = false;
    try (StartOrder order = new StartOrder(progress)) {
      refuseWhatCannotWork(options);
      if (options.fresh()) {
        data.clear();
      }
      progress.opened(data.logs());
      suite.plan(order);
      order.await();
      suite.training =
          AotTraining.start(suite.programs.trainees(), data.log("aot"), suite.watchdog);
      started = true;
    } finally {
      if (!started) {
        suite.close();
      }
    }
    return suite;
  }

  /** The base address of one instance, as a client of it wants it. */
  public URI url(ServiceId service) {
    return URI.create(service.url(options.ports()));
  }

  /** Where the page is, if this suite serves one. */
  public URI page() {
    return URI.create("http://127.0.0.1:" + options.ports().port(Part.PAGE));
  }

  public String issuer() {
    return Issuer.url(options.ports().port(Part.ISSUER));
  }

  /** An access token of one of the people of the local issuer. */
  public String token(String user) throws IOException, InterruptedException {
    return new SignIn(http, issuer()).token(user, Issuer.ANY_PASSWORD);
  }

  /** The control and reading address of the Deepgram simulator, if this suite has one. */
  public URI deepgramSimulator() {
    return URI.create("http://127.0.0.1:" + options.ports().port(Part.DEEPGRAM_SIMULATOR));
  }

  public URI openAiSimulator() {
    return URI.create("http://127.0.0.1:" + options.ports().port(Part.OPENAI_SIMULATOR));
  }

  /** What a Kafka client sets that is to be taken for one of those who have keys. */
  public Map<String, Object> kafka(String client) {
    Map<String, Object> settings = new HashMap<>(new KafkaKeys(data.kafkaKeys()).settings(client));
    settings.put("bootstrap.servers", "127.0.0.1:" + options.ports().port(Part.KAFKA));
    return settings;
  }

  /** The same for a suite that may run in another process. */
  public static Map<String, String> environment(SuiteOptions options, ServiceId service) {
    return Services.environment(options, DataFolder.of(options.data())).of(service);
  }

  /** The variables that an instance of a service gets, for one that is started elsewhere. */
  public Map<String, String> environment(ServiceId service) {
    return services.environment(service);
  }

  public Path log(ServiceId service) {
    return data.log(service.label());
  }

  /** Kills one instance the way a crash does. The suite goes on. */
  public void kill(ServiceId service) throws InterruptedException {
    services.kill(service);
  }

  /** Stops one instance in order, as an update does. The suite goes on. */
  public void stop(ServiceId service) throws InterruptedException {
    services.stop(service);
  }

  /** Starts an instance that was taken out, or a further one; returns once it is ready. */
  public void restart(ServiceId service) throws SuiteFailure, IOException, InterruptedException {
    services.start(service);
  }

  /** Starts an instance that was taken out, and returns at once; {@link #awaitReady} waits. */
  public void launch(ServiceId service) throws IOException {
    services.launch(service);
  }

  /** Returns once an instance that was launched is ready. */
  public void awaitReady(ServiceId service) throws SuiteFailure, InterruptedException {
    services.awaitReady(service);
  }

  /**
   * Kills PostgreSQL, a simulator, or Kafka if it runs apart, as a crash does. The suite goes on.
   */
  public void kill(Part part) throws IOException, InterruptedException {
    foundation.kill(part);
  }

  /**
   * Starts PostgreSQL or Kafka again on the data they had, or a simulator, which forgets what it
   * was told; returns once it is ready.
   */
  public void restart(Part part) throws Exception {
    var _ =
        switch (part) {
          case KAFKA -> foundation.startKafka();
          case POSTGRESQL -> foundation.startDatabase();
          case DEEPGRAM_SIMULATOR -> foundation.startDeepgramSimulator();
          case OPENAI_SIMULATOR -> foundation.startOpenAiSimulator();
          default -> throw new IllegalArgumentException(part.label() + " is not restarted alone");
        };
  }

  /** The names of the parts that ended and that nobody stopped, one for each time. */
  public List<String> unexpectedEnds() {
    return revival.ends();
  }

  /** What each process holds and has used. */
  public Map<String, Footprint> footprints() {
    Map<String, Footprint> all = new LinkedHashMap<>(foundation.footprints());
    all.putAll(services.footprints());
    return all;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    try {
      revival.close();
      if (training != null) {
        training.close();
      }
      services.close();
    } finally {
      foundation.close();
      watchdog.close();
      data.close();
      http.close();
    }
  }

  private void plan(StartOrder order) {
    var kafka = order.add("kafka", foundation::startKafka, List.of());
    var database = order.add("postgresql", foundation::startDatabase, List.of());
    var issuer = order.add("issuer", foundation::startIssuer, List.of());
    if (options.hasPage()) {
      var _ = order.add("page", foundation::startPage, List.of());
    }
    if (options.engines() == Engines.SIMULATED) {
      var _ = order.add("deepgram-simulator", foundation::startDeepgramSimulator, List.of());
      var _ = order.add("openai-simulator", foundation::startOpenAiSimulator, List.of());
    }
    for (ServiceId service : options.services()) {
      List<CompletableFuture<Void>> needs =
          switch (service.kind()) {
            case GATEWAY -> List.of(kafka, issuer);
            case TRANSCRIPTION, SOAP_NOTE -> List.of(kafka);
            case STORAGE -> List.of(kafka, issuer, database);
          };
      var _ = order.add(service.label(), () -> services.start(service), needs);
    }
  }

  private static void refuseWhatCannotWork(SuiteOptions options) throws SuiteFailure {
    List<String> obstacles = new ArrayList<>(PortCheck.obstacles(options.wantedPorts()));
    options.services().stream()
        .map(ServiceId::kind)
        .distinct()
        .filter(kind -> !Files.exists(kind.jar(options.project())))
        .forEach(kind -> obstacles.add(kind.module() + " is not built yet: ./mvnw package"));
    if (!obstacles.isEmpty()) {
      throw new SuiteFailure(String.join("\n", obstacles));
    }
  }
}
