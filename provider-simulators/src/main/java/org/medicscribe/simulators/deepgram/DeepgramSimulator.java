package org.medicscribe.simulators.deepgram;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.medicscribe.simulators.SimulatorServer;
import org.medicscribe.simulators.faults.Fault;
import org.medicscribe.simulators.faults.FaultPlan;
import org.medicscribe.simulators.faults.FaultPlan.Strike;

/**
 * Deepgram's {@code /v1/listen} for tests and benchmarks: {@code ws://127.0.0.1:<port>/v1/listen}.
 *
 * <p>Ruler audio gives ruler words, any other voice the words of the script. Over HTTP: {@code
 * PUT|GET|DELETE /_simulator/faults}, {@code GET /_simulator/streams}, {@code GET
 * /_simulator/arrivals?session=n}, {@code POST /_simulator/abandon?code=1011}. Methods may be
 * called from any thread but the server's own.
 */
public final class DeepgramSimulator implements AutoCloseable {

  private static final int KEPT_STREAMS = 5_000;
  private static final long TICK_MILLIS = 100;

  private final DeepgramOptions options;
  private final FaultPlan faults = FaultPlan.ofSpeechProvider();
  private final List<StreamRecord> records = new ArrayList<>();

  /** Touched by the server's loop only. */
  private final List<ListenStream> open = new ArrayList<>();

  private boolean ticking;
  private final SimulatorServer server;

  private DeepgramSimulator(DeepgramOptions options) {
    this.options = options;
    this.server =
        SimulatorServer.start(
            options.host(),
            options.port(),
            faults,
            Map.of(
                "streams",
                request -> Map.of("streams", summaries()),
                "arrivals",
                this::arrivals,
                "abandon",
                request -> Map.of("abandoned", abandonAll(number(request, "code")))),
            this::handle);
  }

  public static DeepgramSimulator start() {
    return start(DeepgramOptions.defaults());
  }

  /** Returns when the port is bound. */
  public static DeepgramSimulator start(DeepgramOptions options) {
    return new DeepgramSimulator(options);
  }

  public int port() {
    return server.port();
  }

  /** The base a client is configured with: {@code ws://127.0.0.1:1234}. */
  public String url() {
    return "ws://" + options.host() + ":" + port();
  }

  public FaultPlan faults() {
    return faults;
  }

  /** Every stream that was accepted, in the order of their beginnings. */
  public List<StreamRecord> streams() {
    synchronized (records) {
      return List.copyOf(records);
    }
  }

  /** Ends all streams at once, without their last results; code 0 cuts the connections. */
  public void abandonStreams(int code) {
    server.execute(() -> abandonAll(code));
  }

  /** Cuts every connection and frees the port. */
  @Override
  public void close() {
    server.close();
  }

  private void handle(Vertx vertx, HttpServerRequest request) {
    String requestId = UUID.randomUUID().toString();
    request.response().putHeader("dg-request-id", requestId);
    if (!SimulatorServer.path(request).equals("/v1/listen") || request.method() != HttpMethod.GET) {
      refuse(request, requestId, 404, "NOT_FOUND", "Only streaming on /v1/listen is simulated.");
      return;
    }
    Strike strike = faults.next();
    if (strike.fault() instanceof Fault.Silence silence && silence.afterChunks() == 0) {
      return;
    }
    if (strike.fault() instanceof Fault.Refuse refuse) {
      if (refuse.retryAfter() != null) {
        request.response().putHeader("retry-after", seconds(refuse.retryAfter()));
      }
      Refusal usual = Refusal.of(refuse.status());
      String code = refuse.code() == null ? usual.code() : refuse.code();
      refuse(request, requestId, refuse.status(), code, usual.message());
      return;
    }
    if (!isAuthorised(request)) {
      refuse(request, requestId, 401, Refusal.of(401).code(), Refusal.of(401).message());
      return;
    }
    Map<String, List<String>> query = query(request);
    switch (ListenRequest.parse(query)) {
      case ListenRequest.Refused refused ->
          refuse(request, requestId, 400, refused.code(), refused.message());
      case ListenRequest.Accepted accepted -> {
        if (open.size() >= options.maxStreams()) {
          refuse(request, requestId, 429, Refusal.of(429).code(), Refusal.of(429).message());
        } else {
          upgrade(
              vertx,
              request,
              accepted.request(),
              strike,
              new StreamRecord(requestId, query, SimulatorServer.headers(request)));
        }
      }
    }
  }

  private void upgrade(
      Vertx vertx,
      HttpServerRequest request,
      ListenRequest listen,
      Strike strike,
      StreamRecord record) {
    Runnable cut = () -> cut(request);
    request
        .toWebSocket()
        .onSuccess(socket -> {
          remember(record);
          open.add(new ListenStream(vertx, socket, cut, listen, options, strike, record));
          if (!ticking) {
            ticking = true;
            vertx.setPeriodic(TICK_MILLIS, ignored -> tick());
          }
        })
        .onFailure(failure -> request.response().reset());
  }

  /** Vert.x itself would say goodbye first. */
  @SuppressWarnings("FutureReturnValueIgnored")
  private static void cut(HttpServerRequest request) {
    ((ConnectionBase) request.connection()).channel().pipeline().firstContext().close();
  }

  private void tick() {
    long nanos = System.nanoTime();
    open.removeIf(ListenStream::isOver);
    open.forEach(stream -> stream.tick(nanos));
  }

  private void remember(StreamRecord record) {
    synchronized (records) {
      if (records.size() >= KEPT_STREAMS) {
        records.removeFirst();
      }
      records.add(record);
    }
  }

  private boolean isAuthorised(HttpServerRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      return false;
    }
    String[] parts = header.strip().split("\\s+", 2);
    String scheme = parts[0].toLowerCase(Locale.ROOT);
    return parts.length == 2
        && (scheme.equals("token") || scheme.equals("bearer"))
        && (options.apiKey() == null || options.apiKey().equals(parts[1]));
  }

  private List<StreamRecord.Summary> summaries() {
    return streams().stream().map(StreamRecord::summary).toList();
  }

  private Map<String, Object> arrivals(HttpServerRequest request) {
    ArrivalTable table = new ArrivalTable(number(request, "session"));
    streams().forEach(stream -> stream.appendTo(table));
    return table.toJson();
  }

  private int abandonAll(int code) {
    List<ListenStream> streams = List.copyOf(open);
    streams.forEach(stream -> stream.abandon(code));
    return streams.size();
  }

  private static void refuse(
      HttpServerRequest request, String requestId, int status, String code, String message) {
    request.response().putHeader("dg-error", message);
    String codeName = status == 503 ? "error_code" : "err_code";
    SimulatorServer.respond(
        request, status, Map.of(codeName, code, "err_msg", message, "request_id", requestId));
  }

  private static Map<String, List<String>> query(HttpServerRequest request) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    request
        .params()
        .forEach((name, value) -> query.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
    return query;
  }

  private static int number(HttpServerRequest request, String name) {
    String value = request.getParam(name);
    if (value == null) {
      throw new IllegalArgumentException("?" + name + "= is missing");
    }
    return Integer.parseInt(value);
  }

  private static String seconds(Duration duration) {
    return String.valueOf(Math.max(1, duration.toSeconds()));
  }

  /**
   * Runs until it is ended: {@code --port 9101 [--host h] [--api-key k] [--script file]
   * [--max-streams n] [--punish-pace true]}.
   */
  public static void main(String[] args) throws Exception {
    DeepgramOptions options = DeepgramOptions.defaults();
    for (int i = 0; i + 1 < args.length; i += 2) {
      String value = args[i + 1];
      options =
          switch (args[i]) {
            case "--port" -> options.withPort(Integer.parseInt(value));
            case "--host" -> options.withHost(value);
            case "--api-key" -> options.withApiKey(value);
            case "--script" -> options.withScript(Script.read(Path.of(value)));
            case "--max-streams" -> options.withMaxStreams(Integer.parseInt(value));
            case "--punish-pace" -> options.withPunishPace(Boolean.parseBoolean(value));
            default -> throw new IllegalArgumentException("unknown option " + args[i]);
          };
    }
    DeepgramSimulator simulator = start(options);
    System.out.println("deepgram simulator: " + simulator.url());
    Thread.currentThread().join();
  }
}
