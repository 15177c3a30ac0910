package org.medicscribe.gateway.surroundings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.EncounterId;

/** Answers as storage-service does, as far as the gateway can tell. */
public final class StorageStandIn implements AutoCloseable {

  /** Of every note. */
  public static final String TAG = "\"7\"";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final HttpServer server;
  private final Map<EncounterId, Visit> visits = new ConcurrentHashMap<>();
  private final BlockingQueue<Passed> passed = new LinkedBlockingQueue<>();
  private final AtomicInteger toCutOff = new AtomicInteger();
  private volatile boolean isDown;

  private StorageStandIn(HttpServer server) {
    this.server = server;
  }

  /** A visit as it stands. */
  public static final class Visit {
    private final EncounterId id;
    private final String owner;
    private volatile boolean hasConsent = true;
    private volatile boolean hasEnded;
    private volatile @Nullable String recorderId;
    private volatile boolean isWhole;
    private volatile long claims;
    private volatile @Nullable Owner namedOwner;

    private Visit(EncounterId id, String owner) {
      this.id = id;
      this.owner = owner;
      this.namedOwner = new Owner(owner, "clinic-a");
    }

    public EncounterId id() {
      return id;
    }

    public Visit withoutConsent() {
      hasConsent = false;
      return this;
    }

    public Visit ended() {
      hasEnded = true;
      return this;
    }

    /** A defect: what is let through names somebody else as its owner. */
    public Visit namingOwner(String subject, String tenant) {
      namedOwner = new Owner(subject, tenant);
      return this;
    }

    /** A defect: an answer that names no owner. */
    public Visit namingNoOwner() {
      namedOwner = null;
      return this;
    }

    public Visit recordedBy(String recorder) {
      recorderId = recorder;
      return this;
    }
  }

  /** Whom an answer names as the owner. */
  private record Owner(String subject, String tenant) {}

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

  static StorageStandIn start() throws IOException {
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

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A visit whose patient has consented. */
  public Visit visitOf(String owner) {
    Visit visit = new Visit(newId(), owner);
    visits.put(visit.id, visit);
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
    return Objects.requireNonNull(passed.poll(10, java.util.concurrent.TimeUnit.SECONDS));
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
      Visit visit =
          parts.length > 3 ? EncounterId.parse(parts[3]).map(visits::get).orElse(null) : null;
      if (path.endsWith("/recorder")) {
        claim(exchange, visit, JSON.readTree(body));
      } else if (parts.length == 4 && exchange.getRequestMethod().equals("GET")) {
        passed.add(seen(exchange, body));
        see(exchange, visit);
      } else {
        passed.add(seen(exchange, body));
        answerAnything(exchange, path);
      }
    }
  }

  private void see(HttpExchange exchange, @Nullable Visit visit) throws IOException {
    if (mayAsk(exchange, visit)) {
      answer(exchange, 200, encounter(Objects.requireNonNull(visit)));
    }
  }

  private void claim(HttpExchange exchange, @Nullable Visit visit, JsonNode claim)
      throws IOException {
    if (!mayAsk(exchange, visit)) {
      return;
    }
    Visit asked = Objects.requireNonNull(visit);
    String claimant = claim.path("recorderId").asText();
    String holder = asked.recorderId;
    if (!asked.hasConsent) {
      problem(exchange, 409, "no-consent");
    } else if (asked.hasEnded) {
      problem(exchange, 409, "recording-ended");
    } else if (holder != null
        && !holder.equals(claimant)
        && (asked.isWhole || claim.path("whole").asBoolean())) {
      problem(exchange, 409, "another-recording");
    } else if (holder != null && !holder.equals(claimant) && !claim.path("takeOver").asBoolean()) {
      problem(exchange, 409, "another-recorder");
    } else {
      asked.recorderId = claimant;
      asked.isWhole = claim.path("whole").asBoolean();
      asked.claims++;
      answer(exchange, 200, encounter(asked));
    }
  }

  /** As the real one: an expired token is nobody, and what is somebody else's does not exist. */
  private static boolean mayAsk(HttpExchange exchange, @Nullable Visit visit) throws IOException {
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    JsonNode claims =
        JSON.readTree(Base64.getUrlDecoder().decode(Objects.requireNonNull(token).split("\\.")[1]));
    if (Instant.ofEpochSecond(claims.path("exp").asLong()).isBefore(Instant.now())) {
      problem(exchange, 401, "sign-in");
      return false;
    }
    if (visit == null || !visit.owner.equals(claims.path("sub").asText())) {
      problem(exchange, 404, "encounter-not-found");
      return false;
    }
    return true;
  }

  /** Bytes that can be asked for in part, and for everything else a small answer. */
  private static void answerAnything(HttpExchange exchange, String path) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    if (path.endsWith("/audio")) {
      byte[] whole = wholeAudio();
      exchange.getResponseHeaders().set("Content-Type", "audio/wav");
      exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.getResponseHeaders().set("Content-Length", Integer.toString(whole.length));
        exchange.sendResponseHeaders(200, -1);
      } else if (range == null) {
        exchange.sendResponseHeaders(200, whole.length);
        exchange.getResponseBody().write(whole);
      } else {
        String[] bounds = range.substring("bytes=".length()).split("-");
        int from = Integer.parseInt(bounds[0]);
        int to = Integer.parseInt(bounds[1]);
        exchange
            .getResponseHeaders()
            .set("Content-Range", "bytes %d-%d/%d".formatted(from, to, whole.length));
        exchange.sendResponseHeaders(206, to - from + 1);
        exchange.getResponseBody().write(whole, from, to - from + 1);
      }
    } else if (exchange.getRequestMethod().equals("DELETE")) {
      problem(exchange, 405, "method-not-allowed");
    } else {
      exchange.getResponseHeaders().set("Location", "/api/encounters/new");
      if (path.endsWith("/note")) {
        exchange.getResponseHeaders().set("ETag", TAG);
      }
      answer(exchange, 201, JSON.createObjectNode().put("passed", true));
    }
  }

  /** Larger than any buffer on the way. */
  public static byte[] wholeAudio() {
    byte[] audio = new byte[3_000_001];
    for (int i = 0; i < audio.length; i++) {
      audio[i] = (byte) (i * 31 + i / 251);
    }
    return audio;
  }

  private static ObjectNode encounter(Visit visit) {
    ObjectNode encounter =
        JSON.createObjectNode()
            .put("id", visit.id.toString())
            .put("patientLabel", "Ana")
            .put("language", "en");
    if (visit.recorderId != null) {
      encounter
          .putObject("recording")
          .put("recorderId", visit.recorderId)
          .put("claim", visit.claims);
    }
    encounter.putArray("keyTerms").add("metoprolol");
    Owner owner = visit.namedOwner;
    if (owner != null) {
      encounter.putObject("owner").put("subject", owner.subject()).put("tenant", owner.tenant());
    }
    return encounter;
  }

  private static Passed seen(HttpExchange exchange, byte[] body) {
    return new Passed(
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        Map.copyOf(exchange.getRequestHeaders()),
        body);
  }

  private static void problem(HttpExchange exchange, int status, String type) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
    byte[] body =
        JSON.writeValueAsBytes(
            Map.of(
                "type",
                "https://medicscribe.org/problems/" + type,
                "title",
                type,
                "status",
                status,
                "detail",
                "as storage-service says"));
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static void answer(HttpExchange exchange, int status, JsonNode answer)
      throws IOException {
    byte[] body = JSON.writeValueAsBytes(answer);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static EncounterId newId() {
    long time = System.currentTimeMillis() << 16 | 0x7000L | RANDOM.nextInt(0x1000);
    long random = RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
    return new EncounterId(new UUID(time, random));
  }
}
