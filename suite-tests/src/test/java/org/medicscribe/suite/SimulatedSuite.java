package org.medicscribe.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.medicscribe.devstack.chaos.Chaos;
import org.medicscribe.devstack.chaos.ChaosPlan;
import org.medicscribe.devstack.chaos.ChaosReport;
import org.medicscribe.devstack.chaos.RulerVisit;
import org.medicscribe.devstack.client.Api;
import org.medicscribe.devstack.client.Socket;
import org.medicscribe.devstack.client.Tokens;
import org.medicscribe.devstack.client.VisitFailure;
import org.medicscribe.devstack.service.Engines;
import org.medicscribe.devstack.service.ServiceId;
import org.medicscribe.devstack.service.ServiceKind;
import org.medicscribe.devstack.suite.Suite;

/**
 * The suite on simulated providers, with two gateways, two transcribers and a broker that can be
 * killed. One is started for all test classes that ask for it, and ends with the last of them.
 */
final class SimulatedSuite implements AutoCloseable {

  /** What only one test class may have at a time. */
  static final String LOCK = "the simulated suite";

  private static final String FAULTS = "/_simulator/faults";

  private final Path folder = Files.createTempDirectory("simulated-suite");
  private final Suite suite;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger sessions = new AtomicInteger();
  private final Tokens tokens;

  private SimulatedSuite() throws Exception {
    this.suite =
        TestSuite.start(
            options ->
                options
                    .withEngines(Engines.SIMULATED)
                    .withBrokerApart(true)
                    .withReplicas(
                        Map.of(
                            ServiceKind.GATEWAY, 2,
                            ServiceKind.TRANSCRIPTION, 2)),
            folder);
    String token = suite.token("dr.rivera");
    this.tokens = () -> token;
  }

  /** Hands the suite to a test method that has a parameter for it. */
  static final class Given implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == SimulatedSuite.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(SimulatedSuite.class))
          .computeIfAbsent(SimulatedSuite.class, _ -> started(), SimulatedSuite.class);
    }

    private static SimulatedSuite started() {
      try {
        return new SimulatedSuite();
      } catch (Exception e) {
        throw new IllegalStateException("the suite does not start", e);
      }
    }
  }

  Suite suite() {
    return suite;
  }

  URI gateway() {
    return gateway(0);
  }

  URI gateway(int replica) {
    return suite.url(new ServiceId(ServiceKind.GATEWAY, replica));
  }

  Api api() {
    return new Api(http, gateway(), tokens);
  }

  /** Visits that are recorded at the same time, through the first gateway. */
  List<RunningVisit> record(int visits, Duration length) {
    return IntStream.range(0, visits).mapToObj(_ -> record(gateway(), length)).toList();
  }

  RunningVisit record(URI gateway, Duration length) {
    return running(visit(gateway, length, 1));
  }

  /** A finished recording, sent as a file. */
  RunningVisit upload(Duration length) {
    return running(visit(gateway(), length, 2));
  }

  private RunningVisit running(RulerVisit visit) {
    return new RunningVisit(visit, clients.submit(visit));
  }

  private RulerVisit visit(URI gateway, Duration length, int channels) {
    RulerVisit.Way way = new RulerVisit.Way(http, gateway, tokens, folder);
    return new RulerVisit(way, sessions.incrementAndGet(), length, channels);
  }

  /** As much trouble as the plan says. */
  ChaosReport suffer(ChaosPlan plan) throws Exception {
    return new Chaos(suite, plan, folder, audioFolder(), tokens, _ -> {}).run();
  }

  /** What the next streams to the recogniser have to suffer, one after the other. */
  void deepgram(String... faults) throws IOException, InterruptedException {
    plan(suite.deepgramSimulator(), faults);
  }

  /** Whether all that was ordered for the recogniser has happened. */
  boolean hasDeepgramSufferedAll() throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(suite.deepgramSimulator().resolve(FAULTS)))
        .body()
        .contains("\"faults\":[]");
  }

  /** From now on the language model does this, until it is told something else. */
  void openAi(String... faults) throws IOException, InterruptedException {
    plan(suite.openAiSimulator(), faults);
  }

  /** The answer of the gateway to a request with a token. */
  HttpResponse<String> ask(HttpRequest.Builder request) throws Exception {
    return http.send(
        request.header("Authorization", "Bearer " + tokens.current()).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** What a service says of its health, after the status; empty while it does not listen. */
  String health(ServiceId service, String check) {
    try {
      HttpResponse<String> answer =
          send(HttpRequest.newBuilder(suite.url(service).resolve("/health/" + check)));
      return answer.statusCode() + " " + answer.body();
    } catch (IOException notListening) {
      return "";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether storage-service says that the audio it holds cannot be stored. */
  boolean isAudioWaiting() {
    return health(ServiceId.first(ServiceKind.STORAGE), "well").startsWith("503");
  }

  /** Where the audio lies. */
  Path audioFolder() {
    return Path.of(suite.environment(ServiceId.first(ServiceKind.STORAGE)).get("UPLOAD_FOLDER"));
  }

  /** A device that is connected to a gateway for this visit. */
  RulerDevice device(int gateway, String encounter) throws Exception {
    return new RulerDevice(
        Socket.connect(http, gateway(gateway), encounter, tokens.current()),
        sessions.incrementAndGet());
  }

  /** The stored audio of a visit, as a file. */
  byte[] audio(String encounter) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(gateway().resolve("/api/encounters/" + encounter + "/audio"))
            .header("Authorization", "Bearer " + tokens.current())
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
  }

  /** Up to where the audio of a visit is stored. */
  long storedSamples(String encounter) {
    try {
      return api().encounter(encounter).at("/coverage/storedSamples").asLong();
    } catch (VisitFailure | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether all of a visit has been transcribed. */
  boolean isHeard(String encounter) {
    try {
      return api().transcript(encounter).path("complete").asBoolean();
    } catch (VisitFailure | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The state of an encounter as its owner sees it. */
  String state(String encounter) {
    try {
      return api().encounter(encounter).path("state").asText();
    } catch (VisitFailure | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void plan(URI simulator, String... faults) throws IOException, InterruptedException {
    send(
        HttpRequest.newBuilder(simulator.resolve(FAULTS))
            .PUT(
                HttpRequest.BodyPublishers.ofString(
                    "{\"faults\":[%s]}".formatted(String.join(",", faults)))));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() throws Exception {
    List<String> ended = suite.unexpectedEnds();
    suite.close();
    clients.close();
    http.close();
    TestSuite.delete(folder);
    if (!ended.isEmpty()) {
      throw new AssertionError("ended though nobody killed them: " + ended);
    }
  }
}
