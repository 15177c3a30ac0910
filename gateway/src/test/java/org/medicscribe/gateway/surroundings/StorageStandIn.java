package org.medicscribe.gateway.surroundings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.EncounterId;

/** Answers as storage-service does, as far as the gateway can tell. */
public final class StorageStandIn implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Map<EncounterId, StandInVisit> visits = new ConcurrentHashMap<>();
  private final BlockingQueue<Passed> passed = new LinkedBlockingQueue<>();
  private final AtomicInteger toCutOff = new AtomicInteger();
  private volatile boolean isDown;

  private StorageStandIn(HttpServer server) {
    this.server = server;
  }

  /** A request that was passed through. */
  public record Passed(String method, String uri, Map<String, List<String>> headers, byte[] body) {
    public @Nullable String header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().getFirst())
          .findFirst()
          .orElse(null);
    }

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  public static StorageStandIn start() throws IOException {
    // Longer than the gateway keeps a connection: whoever is asked must not hang up first.
    System.setProperty("sun.net.httpserver.idleInterval", "300");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    StorageStandIn storage = new StorageStandIn(server);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", storage::handle);
    server.start();
    return storage;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A visit whose patient has consented. */
  public StandInVisit visitOf(String owner) {
    StandInVisit visit = new StandInVisit(owner);
    visits.put(visit.id(), visit);
    return visit;
  }

  public void isDown(boolean down) {
    isDown = down;
  }

  /** Closes the connection of the next request without an answer. */
  public void cutOffNext() {
    toCutOff.set(1);
  }

  /** The next request that was passed through. */
  public Passed nextPassed() throws InterruptedException {
    return Objects.requireNonNull(passed.poll(10, TimeUnit.SECONDS));
  }

  public boolean hasPassed() {
    return !passed.isEmpty();
  }

  public void forgetPassed() {
    passed.clear();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (isDown || toCutOff.getAndSet(0) > 0) {
        return;
      }
      String path = exchange.getRequestURI().getPath();
      String[] parts = path.split("/");
      StandInVisit visit =
          parts.length > 3 ? EncounterId.parse(parts[3]).map(visits::get).orElse(null) : null;
      if (path.endsWith("/recorder")) {
        claim(exchange, visit, JSON.readTree(body));
      } else if (parts.length == 4 && exchange.getRequestMethod().equals("GET")) {
        passed.add(seen(exchange, body));
        see(exchange, visit);
      } else {
        passed.add(seen(exchange, body));
        StandInAnswers.anything(exchange, path);
      }
    }
  }

  private void see(HttpExchange exchange, @Nullable StandInVisit visit) throws IOException {
    if (mayAsk(exchange, visit)) {
      StandInAnswers.json(exchange, 200, Objects.requireNonNull(visit).written());
    }
  }

  private void claim(HttpExchange exchange, @Nullable StandInVisit visit, JsonNode claim)
      throws IOException {
    if (!mayAsk(exchange, visit)) {
      return;
    }
    StandInVisit asked = Objects.requireNonNull(visit);
    Optional<String> refusal =
        asked.claim(
            claim.path("recorderId").asText(),
            claim.path("takeOver").asBoolean(),
            claim.path("whole").asBoolean());
    if (refusal.isPresent()) {
      StandInAnswers.problem(exchange, 409, refusal.get());
    } else {
      StandInAnswers.json(exchange, 200, asked.written());
    }
  }

  /** As the real one: an expired token is nobody, and what is somebody else's does not exist. */
  private static boolean mayAsk(HttpExchange exchange, @Nullable StandInVisit visit)
      throws IOException {
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    JsonNode claims =
        JSON.readTree(Base64.getUrlDecoder().decode(Objects.requireNonNull(token).split("\\.")[1]));
    if (Instant.ofEpochSecond(claims.path("exp").asLong()).isBefore(Instant.now())) {
      StandInAnswers.problem(exchange, 401, "sign-in");
      return false;
    }
    if (visit == null || !visit.isOf(claims.path("sub").asText())) {
      StandInAnswers.problem(exchange, 404, "encounter-not-found");
      return false;
    }
    return true;
  }

  private static Passed seen(HttpExchange exchange, byte[] body) {
    return new Passed(
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        Map.copyOf(exchange.getRequestHeaders()),
        body);
  }
}
