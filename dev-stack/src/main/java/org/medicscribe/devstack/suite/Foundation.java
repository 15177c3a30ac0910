package org.medicscribe.devstack.suite;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.medicscribe.devstack.broker.EmbeddedKafka;
import org.medicscribe.devstack.database.EmbeddedDatabase;
import org.medicscribe.devstack.issuer.Issuer;
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
 * What the services stand on: Kafka in this process; PostgreSQL, the issuer and, where asked for,
 * the simulators beside it. They start independently, each on a thread of its own.
 */
final class Foundation {

  private static final System.Logger LOG = System.getLogger(Foundation.class.getName());

  private static final int SMALL_HEAP_MEGABYTES = 64;
  private static final int SIMULATOR_HEAP_MEGABYTES = 192;
  private static final Duration STOP_GRACE = Duration.ofSeconds(3);

  private final SuiteOptions options;
  private final DataFolder data;
  private final Watchdog watchdog;
  private final Readiness readiness;
  private final Programs programs;

  /** What runs, to be closed in reverse. Guarded by itself. */
  private final Deque<AutoCloseable> running = new ArrayDeque<>();

  /** Guarded by itself. */
  private final Map<String, ProcessHandle> processes = new LinkedHashMap<>();

  private final Consumer<String> unexpectedEnd;
  private volatile boolean closing;

  /**
   * @param unexpectedEnd told what to tell people when a part ended that nobody stopped
   */
  Foundation(
      SuiteOptions options,
      DataFolder data,
      Watchdog watchdog,
      Readiness readiness,
      Programs programs,
      Consumer<String> unexpectedEnd) {
    this.options = options;
    this.data = data;
    this.watchdog = watchdog;
    this.readiness = readiness;
    this.programs = programs;
    this.unexpectedEnd = unexpectedEnd;
  }

  String startKafka() throws Exception {
    EmbeddedKafka kafka =
        EmbeddedKafka.start(
            data.kafka(),
            options.ports().port(Part.KAFKA),
            options.ports().port(Part.KAFKA_CONTROLLER));
    opened("dev-stack and kafka", ProcessHandle.current(), kafka);
    return kafka.bootstrapServers();
  }

  String startDatabase() throws IOException, InterruptedException {
    EmbeddedDatabase database =
        EmbeddedDatabase.start(
            data.postgresql(),
            options.cache().resolve("postgresql").toAbsolutePath(),
            data.log(Part.POSTGRESQL.label()),
            options.ports().port(Part.POSTGRESQL),
            watchdog);
    opened(Part.POSTGRESQL.label(), database.process(), database);
    reportEnd(Part.POSTGRESQL.label(), database.process());
    return "127.0.0.1:" + options.ports().port(Part.POSTGRESQL);
  }

  String startIssuer() throws IOException, SuiteFailure, InterruptedException {
    int port = options.ports().port(Part.ISSUER);
    String url = Issuer.url(port);
    startProgram(
        JavaProgram.own(Part.ISSUER.label(), Issuer.class, SMALL_HEAP_MEGABYTES),
        url + "/.well-known/openid-configuration",
        Integer.toString(port),
        Long.toString(options.tokenValidity().toSeconds()));
    return url;
  }

  String startPage() throws Exception {
    int port = options.ports().port(Part.PAGE);
    PageServer page =
        PageServer.start(
            port,
            options.page(),
            options.project().resolve("samples"),
            new PageSettings(
                URI.create(ServiceId.first(ServiceKind.GATEWAY).url(options.ports())),
                URI.create(Issuer.url(options.ports().port(Part.ISSUER)))));
    synchronized (running) {
      running.push(page);
    }
    return "http://127.0.0.1:" + port;
  }

  String startDeepgramSimulator() throws IOException, SuiteFailure, InterruptedException {
    int port = options.ports().port(Part.DEEPGRAM_SIMULATOR);
    String address = "127.0.0.1:" + port;
    startProgram(
        JavaProgram.own(
            Part.DEEPGRAM_SIMULATOR.label(), DeepgramSimulator.class, SIMULATOR_HEAP_MEGABYTES),
        "http://" + address + "/_simulator/faults",
        "--port",
        Integer.toString(port));
    return "ws://" + address;
  }

  String startOpenAiSimulator() throws IOException, SuiteFailure, InterruptedException {
    int port = options.ports().port(Part.OPENAI_SIMULATOR);
    String address = "http://127.0.0.1:" + port;
    startProgram(
        JavaProgram.own(Part.OPENAI_SIMULATOR.label(), OpenAiSimulator.class, SMALL_HEAP_MEGABYTES),
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
        "jdbc:" + address, address, EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
  }

  Map<String, Footprint> footprints() {
    Map<String, Footprint> footprints = new LinkedHashMap<>();
    synchronized (processes) {
      processes.forEach((name, process) -> footprints.put(name, footprint(process)));
    }
    return footprints;
  }

  /** Stops everything, the last started first; goes on when one part refuses. */
  void close() {
    closing = true;
    synchronized (running) {
      while (!running.isEmpty()) {
        try {
          running.pop().close();
        } catch (Exception e) {
          LOG.log(System.Logger.Level.WARNING, "a part did not stop cleanly", e);
        }
      }
    }
  }

  /** Returns once the program answers at the address. */
  private void startProgram(JavaProgram program, String readyAddress, String... arguments)
      throws IOException, SuiteFailure, InterruptedException {
    ManagedProcess process =
        ManagedProcess.start(
            new ManagedProcess.Launch(
                program.name(),
                programs.command(program, arguments),
                Map.of(),
                data.log(program.name())),
            watchdog);
    opened(program.name(), process.handle(), () -> process.stop(STOP_GRACE));
    programs.started(program, process.pid());
    readiness.await(process, readyAddress);
    reportEnd(program.name(), process.handle());
  }

  private void opened(String name, ProcessHandle process, AutoCloseable part) {
    synchronized (running) {
      running.push(part);
    }
    synchronized (processes) {
      processes.put(name, process);
    }
  }

  private void reportEnd(String name, ProcessHandle process) {
    var _ =
        process
            .onExit()
            .thenRun(() -> {
              if (!closing) {
                unexpectedEnd.accept(Readiness.death(name, data.log(name)));
              }
            });
  }

  /** Everything else is a child of this process, so its own share is counted without them. */
  private static Footprint footprint(ProcessHandle process) {
    return process.equals(ProcessHandle.current())
        ? Footprint.alone(process)
        : Footprint.of(process);
  }
}
