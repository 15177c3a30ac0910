package org.medicscribe.simulators;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.medicscribe.simulators.faults.Fault;
import org.medicscribe.simulators.faults.FaultPlan;

/**
 * A local server on one event loop of its own: the provider's paths, and under {@code /_simulator/}
 * what tests in other processes ask and order.
 *
 * <p>Every request, message and timer is handled on that one loop. {@link #close} cuts all
 * connections, as a provider that goes down does; it must not be called on the loop.
 */
public final class SimulatorServer implements AutoCloseable {

  public static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private static final String CONTROL = "/_simulator/";
  private static final Set<String> UNRECORDED =
      Set.of(
          "authorization",
          "proxy-authorization",
          "api-key",
          "cookie",
          "connection",
          "upgrade",
          "host");
  private static final long START_SECONDS = 30;

  /** The body of {@code /_simulator/faults}. */
  private record Faults(List<Fault> faults) {}

  private final Vertx vertx;
  private final HttpServer server;

  private SimulatorServer(Vertx vertx, HttpServer server) {
    this.vertx = vertx;
    this.server = server;
  }

  /**
   * Starts to serve; returns when the port is bound.
   *
   * @param port 0 for any free one
   * @param queries what {@code GET /_simulator/<name>} answers
   * @param provider handles every other request
   */
  public static SimulatorServer start(
      String host,
      int port,
      FaultPlan faults,
      Map<String, Function<HttpServerRequest, Object>> queries,
      BiConsumer<Vertx, HttpServerRequest> provider) {
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(host)
            .setPort(port)
            .setMaxInitialLineLength(64 * 1024)
            .setMaxWebSocketFrameSize(1 << 20)
            .setMaxWebSocketMessageSize(1 << 20);
    HttpServer server =
        vertx
            .createHttpServer(options)
            .requestHandler(request -> {
              if (path(request).startsWith(CONTROL)) {
                control(request, faults, queries);
              } else {
                provider.accept(vertx, request);
              }
            });
    try {
      server
          .listen()
          .toCompletionStage()
          .toCompletableFuture()
          .get(START_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      vertx.close();
      throw new IllegalStateException("cannot listen on " + host + ":" + port, e);
    }
    return new SimulatorServer(vertx, server);
  }

  public int port() {
    return server.actualPort();
  }

  /** Runs an action on the loop. */
  public void execute(Runnable action) {
    vertx.runOnContext(ignored -> action.run());
  }

  @Override
  public void close() {
    try {
      vertx.close().toCompletionStage().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("the simulator did not stop", e);
    }
  }

  public static String path(HttpServerRequest request) {
    return Objects.requireNonNullElse(request.path(), "/");
  }

  /** The headers of a request, in lower case, without secrets and the handshake's own. */
  public static Map<String, String> headers(HttpServerRequest request) {
    Map<String, String> headers = new LinkedHashMap<>();
    request
        .headers()
        .forEach((name, value) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          if (!UNRECORDED.contains(lower) && !lower.startsWith("sec-websocket-")) {
            headers.put(lower, value);
          }
        });
    return headers;
  }

  /** Answers with JSON. */
  public static void respond(HttpServerRequest request, int status, Object body) {
    try {
      request
          .response()
          .setStatusCode(status)
          .putHeader("content-type", "application/json")
          .end(Buffer.buffer(JSON.writeValueAsBytes(body)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void control(
      HttpServerRequest request,
      FaultPlan faults,
      Map<String, Function<HttpServerRequest, Object>> queries) {
    String name = path(request).substring(CONTROL.length());
    Function<HttpServerRequest, Object> query = queries.get(name);
    if (name.equals("faults")) {
      faults(request, faults);
    } else if (query == null) {
      respond(request, 404, Map.of("error", "no such control: " + name));
    } else {
      try {
        respond(request, 200, query.apply(request));
      } catch (IllegalArgumentException e) {
        respond(request, 400, Map.of("error", String.valueOf(e.getMessage())));
      }
    }
  }

  private static void faults(HttpServerRequest request, FaultPlan faults) {
    if (request.method() == HttpMethod.PUT) {
      request.bodyHandler(body -> {
        try {
          faults.set(JSON.readValue(body.getBytes(), Faults.class).faults());
          respondRemaining(request, faults);
        } catch (IOException | IllegalArgumentException e) {
          respond(request, 400, Map.of("error", String.valueOf(e.getMessage())));
        }
      });
      return;
    }
    if (request.method() == HttpMethod.DELETE) {
      faults.clear();
    }
    respondRemaining(request, faults);
  }

  private static void respondRemaining(HttpServerRequest request, FaultPlan faults) {
    respond(request, 200, new Faults(faults.remaining()));
  }
}
