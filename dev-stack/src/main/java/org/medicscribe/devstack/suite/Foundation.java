package org.medicscribe.devstack.suite;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.medicscribe.devstack.broker.EmbeddedKafka;
import org.medicscribe.devstack.broker.KafkaKeys;
import org.medicscribe.devstack.database.EmbeddedDatabase;
import org.medicscribe.devstack.issuer.Issuer;
import org.medicscribe.devstack.issuer.Supabase;
import org.medicscribe.devstack.page.PageServer;
import org.medicscribe.devstack.page.PageSettings;
import org.medicscribe.devstack.ports.Part;
import org.medicscribe.devstack.ports.PortPlan;
import org.medicscribe.devstack.process.Footprint;
import org.medicscribe.devstack.process.ManagedProcess;
import org.medicscribe.devstack.process.Watchdog;
import org.medicscribe.devstack.service.JavaProgram;
import org.medicscribe.devstack.service.ServiceEnvironment;
import org.medicscribe.devstack.service.ServiceId;
import org.medicscribe.devstack.service.ServiceKind;
import org.medicscribe.simulators.deepgram.DeepgramSimulator;
import org.medicscribe.simulators.openai.OpenAiSimulator;

/**
 * What the services stand on: Kafka, in this process unless it is to be killed on its own;
 * PostgreSQL, the issuer and, where asked for, the simulators beside it. They start independently,
 * each on a thread of its own.
 */
final class Foundation {

  private static final int SMALL_HEAP_MEGABYTES = 64;
  private static final int SIMULATOR_HEAP_MEGABYTES = 192;
  private static final int BROKER_HEAP_MEGABYTES = 192;
  private static final Duration STOP_GRACE = Duration.ofSeconds(3);

  private final SuiteOptions options;
  private final DataFolder data;
  private final Watchdog watchdog;
  private final Readiness readiness;
  private final Programs programs;

  private final RunningParts running;

  /**
   * @param unexpectedEnd told when a part ended that nobody stopped
   */
  Foundation(
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
    this.running = new RunningParts(data::log, unexpectedEnd);
  }

  String startKafka() throws Exception {
    return options.brokerApart() ? startKafkaApart() : startKafkaInside();
  }

  private String startKafkaInside() throws Exception {
    EmbeddedKafka kafka =
        EmbeddedKafka.start(
            data.kafka(),
            keys(),
            options.ports().port(Part.KAFKA),
            options.ports().port(Part.KAFKA_CONTROLLER));
    running.addInside("dev-stack and kafka", kafka);
    return kafka.bootstrapServers();
  }

  private String startKafkaApart() throws IOException, SuiteFailure, InterruptedException {
    int port = options.ports().port(Part.KAFKA);
    ManagedProcess process =
        launch(
            Part.KAFKA,
            JavaProgram.own(Part.KAFKA.label(), EmbeddedKafka.class, BROKER_HEAP_MEGABYTES),
            this::startKafkaApart,
            data.kafka().toString(),
            data.kafkaKeys().toString(),
            Integer.toString(port),
            Integer.toString(options.ports().port(Part.KAFKA_CONTROLLER)));
    readiness.await(
        process,
        () ->
            EmbeddedKafka.isReady("127.0.0.1:" + port, keys())
                ? Optional.empty()
                : Optional.of("its topics are not all there"));
    return "127.0.0.1:" + port;
  }

  private KafkaKeys keys() {
    return new KafkaKeys(data.kafkaKeys());
  }

  String startDatabase() throws IOException, InterruptedException {
    EmbeddedDatabase database =
        EmbeddedDatabase.start(
            data.postgresql(),
            options.cache().resolve("postgresql").toAbsolutePath(),
            data.log(Part.POSTGRESQL.label()),
            options.ports().port(Part.POSTGRESQL),
            watchdog);
    running.add(Part.POSTGRESQL, database.process(), database, database::kill, this::startDatabase);
    return "127.0.0.1:" + options.ports().port(Part.POSTGRESQL);
  }

  String startIssuer() throws IOException, SuiteFailure, InterruptedException {
    int port = options.ports().port(Part.ISSUER);
    String url = Issuer.url(port);
    startProgram(
        Part.ISSUER,
        JavaProgram.own(Part.ISSUER.label(), Issuer.class, SMALL_HEAP_MEGABYTES),
        this::startIssuer,
        url + "/.well-known/openid-configuration",
        Integer.toString(port),
        Long.toString(options.tokenValidity().toSeconds()));
    return url;
  }

  String startPage() throws Exception {
    int port = options.ports().port(Part.PAGE);
    PageServer page =
        PageServer.start(
            port, options.page(), options.project().resolve("samples"), pageSettings());
    running.addGuest("page", page);
    return "http://127.0.0.1:" + port;
  }

  private PageSettings pageSettings() {
    URI gateway = URI.create(ServiceId.first(ServiceKind.GATEWAY).url(options.ports()));
    URI issuer = URI.create(Issuer.url(options.ports().port(Part.ISSUER)));
    return Supabase.of(options.environment())
        .map(project -> new PageSettings(gateway, project))
        .orElseGet(() -> new PageSettings(gateway, issuer));
  }

  String startDeepgramSimulator() throws IOException, SuiteFailure, InterruptedException {
    int port = options.ports().port(Part.DEEPGRAM_SIMULATOR);
    String address = "127.0.0.1:" + port;
    startProgram(
        Part.DEEPGRAM_SIMULATOR,
        JavaProgram.own(
            Part.DEEPGRAM_SIMULATOR.label(), DeepgramSimulator.class, SIMULATOR_HEAP_MEGABYTES),
        this::startDeepgramSimulator,
        "http://" + address + "/_simulator/faults",
        "--port",
        Integer.toString(port));
    return "ws://" + address;
  }

  String startOpenAiSimulator() throws IOException, SuiteFailure, InterruptedException {
    int port = options.ports().port(Part.OPENAI_SIMULATOR);
    String address = "http://127.0.0.1:" + port;
    startProgram(
        Part.OPENAI_SIMULATOR,
        JavaProgram.own(Part.OPENAI_SIMULATOR.label(), OpenAiSimulator.class, SMALL_HEAP_MEGABYTES),
        this::startOpenAiSimulator,
        address + "/_simulator/faults",
        "--port",
        Integer.toString(port));
    return address + "/v1";
  }

  /** The address of the database is known before it runs, since its port is planned. */
  static ServiceEnvironment.Database database(PortPlan ports) {
    String address =
        "postgresql://127.0.0.1:%d/%s"
            .formatted(ports.port(Part.POSTGRESQL), EmbeddedDatabase.NAME);
    return new ServiceEnvironment.Database(
        "jdbc:" + address,
        address,
        EmbeddedDatabase.OWNER,
        EmbeddedDatabase.USER,
        EmbeddedDatabase.PASSWORD);
  }

  Map<String, Footprint> footprints() {
    return running.footprints();
  }

  void kill(Part part) throws IOException, InterruptedException {
    running.kill(part);
  }

  /** Stops everything, the last started first; goes on when one part refuses. */
  void close() {
    running.close();
  }

  /** Returns once the program answers at the address. */
  private void startProgram(
      Part part, JavaProgram program, Callable<?> start, String readyAddress, String... arguments)
      throws IOException, SuiteFailure, InterruptedException {
    readiness.await(launch(part, program, start, arguments), readyAddress);
  }

  /**
   * @param start what starts it again
   */
  private ManagedProcess launch(
      Part part, JavaProgram program, Callable<?> start, String... arguments) throws IOException {
    ManagedProcess process =
        ManagedProcess.start(
            new ManagedProcess.Launch(
                program.name(),
                programs.command(program, arguments),
                Map.of(),
                data.log(program.name())),
            watchdog);
    running.add(part, process.handle(), () -> process.stop(STOP_GRACE), process::kill, start);
    programs.started(program, process.pid());
    return process;
  }
}
