package org.medicscribe.simulators.openai;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medicscribe.simulators.SimulatorServer;
import org.medicscribe.simulators.faults.Fault;
import org.medicscribe.simulators.faults.FaultPlan;
import org.medicscribe.simulators.faults.FaultPlan.Strike;

/**
 * OpenAI's {@code /v1/chat/completions} and {@code /v1/models} for tests: a client's base URL is
 * {@link #url}.
 *
 * <p>Over HTTP: {@code PUT|GET|DELETE /_simulator/faults}, {@code GET /_simulator/requests}. Faults
 * strike chat completions only. Methods may be called from any thread but the server's own.
 */
public final class OpenAiSimulator implements AutoCloseable {

  private static final int KEPT_REQUESTS = 2_000;
  private static final String MODELS = "/v1/models";

  private final OpenAiOptions options;
  private final ChatRules rules;
  private final FaultPlan faults = FaultPlan.ofLanguageModel();
  private final List<RequestRecord> records = new ArrayList<>();
  private final SimulatorServer server;

  private OpenAiSimulator(OpenAiOptions options) {
    this.options = options;
    this.rules = new ChatRules(options.models());
    this.server =
        SimulatorServer.start(
            options.host(),
            options.port(),
            faults,
            Map.of("requests", request -> Map.of("requests", requests())),
            this::handle);
  }

  public static OpenAiSimulator start() {
    return start(OpenAiOptions.defaults());
  }

  /** Returns when the port is bound. */
  public static OpenAiSimulator start(OpenAiOptions options) {
    return new OpenAiSimulator(options);
  }

  public int port() {
    return server.port();
  }

  /** The base a client is configured with: {@code http://127.0.0.1:1234/v1}. */
  public String url() {
    return "http://" + options.host() + ":" + port() + "/v1";
  }

  public FaultPlan faults() {
    return faults;
  }

  /** The latest requests, oldest first. */
  public List<RequestRecord> requests() {
    synchronized (records) {
      return List.copyOf(records);
    }
  }

  /** Cuts every connection and frees the port. */
  @Override
  public void close() {
    server.close();
  }

  private void handle(Vertx vertx, HttpServerRequest request) {
    RequestRecord record = record(request);
    request
        .response()
        .putHeader("x-request-id", record.requestId())
        .putHeader("openai-version", "2020-10-01")
        .putHeader("openai-processing-ms", "12")
        .putHeader("x-ratelimit-limit-requests", "500")
        .putHeader("x-ratelimit-remaining-requests", "499");
    request.response().exceptionHandler(failure -> record.end(RequestRecord.Outcome.LEFT));
    request.response().closeHandler(closed -> record.end(RequestRecord.Outcome.LEFT));
    String path = record.path();
    if (path.equals("/v1/chat/completions") && request.method() == HttpMethod.POST) {
      request.bodyHandler(body -> chat(vertx, request, record, body.getBytes()));
    } else if (!isAuthorised(request)) {
      refuse(request, record, ApiError.of(401, null));
    } else if (path.startsWith(MODELS) && request.method() == HttpMethod.GET) {
      models(request, record, path.substring(MODELS.length()));
    } else {
      String message = "Invalid URL (" + request.method() + " " + path + ")";
      refuse(request, record, new ApiError(404, message, ApiError.INVALID_REQUEST, null, null));
    }
  }

  private void chat(Vertx vertx, HttpServerRequest request, RequestRecord record, byte[] body) {
    Strike strike = faults.next();
    if (strike.delay().isZero()) {
      chat(vertx, request, record, body, strike.fault());
    } else {
      vertx.setTimer(
          strike.delay().toMillis(), ignored -> chat(vertx, request, record, body, strike.fault()));
    }
  }

  private void chat(
      Vertx vertx,
      HttpServerRequest request,
      RequestRecord record,
      byte[] body,
      @Nullable Fault fault) {
    if (request.response().closed()) {
      return;
    }
    if (fault instanceof Fault.Silence silence && silence.afterChunks() == 0) {
      record.end(RequestRecord.Outcome.BROKEN);
      return;
    }
    if (fault instanceof Fault.Refuse refuse) {
      retryAfter(request, refuse.retryAfter());
      refuse(request, record, ApiError.of(refuse.status(), refuse.code()));
      return;
    }
    if (!isAuthorised(request)) {
      refuse(request, record, ApiError.of(401, null));
      return;
    }
    switch (rules.judge(body)) {
      case ChatRules.Refused refused -> refuse(request, record, refused.error());
      case ChatRules.Accepted accepted -> {
        ChatRequest chat = accepted.request();
        record.body(chat.body());
        ChatAnswer answer = ChatAnswer.of(chat, options.answerer().answer(chat), fault);
        if (chat.stream()) {
          new AnswerStream(
                  vertx, request.response(), record, answer.chunks(), options.chunkEvery(), fault)
              .start();
        } else {
          whole(request, record, answer.whole(), fault);
        }
      }
    }
  }

  /** An answer in one piece: a fault that needs chunks strikes in its middle. */
  private static void whole(
      HttpServerRequest request, RequestRecord record, JsonNode answer, @Nullable Fault fault) {
    String text = answer.toString();
    String half = text.substring(0, text.length() / 2);
    record.status(200);
    request.response().putHeader("content-type", "application/json");
    switch (fault) {
      case Fault.Silence ignored -> {
        record.end(RequestRecord.Outcome.BROKEN);
        request.response().setChunked(true).write(half);
      }
      case Fault.Close ignored -> {
        record.end(RequestRecord.Outcome.BROKEN);
        request.response().setChunked(true).write(half);
        request.response().reset();
      }
      case Fault.Garbage ignored -> {
        record.end(RequestRecord.Outcome.BROKEN);
        request.response().end(half);
      }
      case Fault.ErrorInStream ignored -> refuse(request, record, ApiError.of(500, null));
      case Fault ignored -> complete(request, record, text);
      case null -> complete(request, record, text);
    }
  }

  private static void complete(HttpServerRequest request, RequestRecord record, String text) {
    record.end(RequestRecord.Outcome.COMPLETE);
    request.response().end(text);
  }

  private void models(HttpServerRequest request, RequestRecord record, String rest) {
    String id = rest.startsWith("/") ? rest.substring(1) : rest;
    List<Map<String, @Nullable Object>> found =
        options.models().stream()
            .filter(model -> id.isEmpty() || model.id().equals(id))
            .map(OpenAiOptions.Model::toJson)
            .toList();
    if (found.isEmpty()) {
      refuse(request, record, ApiError.modelNotFound(id));
      return;
    }
    record.status(200);
    record.end(RequestRecord.Outcome.COMPLETE);
    SimulatorServer.respond(
        request, 200, id.isEmpty() ? Map.of("object", "list", "data", found) : found.getFirst());
  }

  private static void refuse(HttpServerRequest request, RequestRecord record, ApiError error) {
    record.status(error.status());
    record.end(RequestRecord.Outcome.REFUSED);
    SimulatorServer.respond(request, error.status(), error.toJson());
  }

  private static void retryAfter(HttpServerRequest request, @Nullable Duration duration) {
    if (duration != null) {
      long seconds = (duration.toMillis() + 999) / 1000;
      request
          .response()
          .putHeader("retry-after", String.valueOf(seconds))
          .putHeader("retry-after-ms", String.valueOf(duration.toMillis()));
    }
  }

  private boolean isAuthorised(HttpServerRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    String prefix = "Bearer ";
    return header != null
        && header.startsWith(prefix)
        && header.length() > prefix.length()
        && (options.apiKey() == null || header.equals(prefix + options.apiKey()));
  }

  private RequestRecord record(HttpServerRequest request) {
    RequestRecord record =
        new RequestRecord(
            "req_" + UUID.randomUUID().toString().replace("-", ""),
            SimulatorServer.path(request),
            SimulatorServer.headers(request));
    synchronized (records) {
      if (records.size() >= KEPT_REQUESTS) {
        records.removeFirst();
      }
      records.add(record);
    }
    return record;
  }

  /** Runs until it is ended: {@code --port 9102 [--host h] [--api-key k] [--chunk-millis n]}. */
  public static void main(String[] args) throws Exception {
    OpenAiOptions options = OpenAiOptions.defaults();
    for (int i = 0; i + 1 < args.length; i += 2) {
      String value = args[i + 1];
      options =
          switch (args[i]) {
            case "--port" -> options.withPort(Integer.parseInt(value));
            case "--host" -> options.withHost(value);
            case "--api-key" -> options.withApiKey(value);
            case "--chunk-millis" ->
                options.withChunkEvery(Duration.ofMillis(Long.parseLong(value)));
            default -> throw new IllegalArgumentException("unknown option " + args[i]);
          };
    }
    OpenAiSimulator simulator = start(options);
    System.out.println("openai simulator: " + simulator.url());
    Thread.currentThread().join();
  }
}
