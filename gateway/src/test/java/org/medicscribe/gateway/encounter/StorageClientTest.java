package org.medicscribe.gateway.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.edge.identity.Role;
import org.medicscribe.events.EncounterId;
import org.medicscribe.gateway.session.RefusalReason;
import org.medicscribe.gateway.surroundings.AtTheGateway;
import org.medicscribe.gateway.surroundings.Configs;
import org.medicscribe.gateway.surroundings.LogLines;

/** At the wire, before a storage-service that answers and fails in every way. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class StorageClientTest extends AtTheGateway {

  private static final EncounterId ENCOUNTER =
      EncounterId.of("0198c5a2-7d3e-7c11-9a55-3f1f0c2b7a10");
  private static final String TOKEN = "ey.secret.token";
  private static final Visitor VISITOR =
      new Visitor(
          ENCOUNTER,
          new Caller("dr.rivera", "Ana Rivera", "clinic-a", Set.of(Role.CLINICIAN)),
          TOKEN,
          Instant.MAX);
  private static final String GRANTED =
      """
      {"id":"%s","language":"en","owner":{"subject":"dr.rivera","tenant":"clinic-a"},
       "recording":{"recorderId":"tab","claim":1,"from":0},"patientLabel":"Ana"}\
      """
          .formatted(ENCOUNTER);

  /** A request as it came. */
  private record Asked(String line, String token, String type, String body) {}

  /** What the server does with a request. */
  private interface Answer {
    void give(HttpExchange exchange) throws IOException, InterruptedException;
  }

  @Inject Vertx vertx;
  @Inject ObjectMapper json;

  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private volatile Answer answer = exchange -> say(exchange, 200, GRANTED);
  private HttpServer server;
  private StorageLink link;
  private StorageClient client;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
    link =
        new StorageLink(
            vertx,
            Configs.read(
                StorageConfig.class,
                Map.of(
                    "gateway.storage.url", "http://127.0.0.1:" + server.getAddress().getPort(),
                    "gateway.storage.connections", "2",
                    "gateway.storage.waiting", "1",
                    "gateway.storage.answer-timeout", "2s")));
    client = new StorageClient(vertx, link, json);
  }

  @AfterEach
  void stop() {
    released.countDown();
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(
          new Asked(
              exchange.getRequestMethod() + " " + exchange.getRequestURI(),
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
              String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      answer.give(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private StorageAnswer said(Future<StorageAnswer> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private static RefusalReason reason(StorageAnswer answer) {
    return answer instanceof StorageAnswer.Refused refused
        ? refused.refusal().reason()
        : RefusalReason.NOT_STARTED;
  }

  @Test
  void shouldAskAsTheUser() throws Exception {
    // When
    StorageAnswer seen = said(client.see(VISITOR));
    StorageAnswer claimed = said(client.claim(VISITOR, RecorderClaim.live("tab", true)));

    // Then
    assertThat(seen).isInstanceOf(StorageAnswer.Granted.class);
    assertThat(claimed).isInstanceOf(StorageAnswer.Granted.class);
    assertThat(asked)
        .containsExactly(
            new Asked("GET /api/encounters/" + ENCOUNTER, "Bearer " + TOKEN, "null", ""),
            new Asked(
                "PUT /api/encounters/" + ENCOUNTER + "/recorder",
                "Bearer " + TOKEN,
                "application/json",
                "{\"recorderId\":\"tab\",\"takeOver\":true,\"whole\":false}"));
  }

  @ParameterizedTest
  @CsvSource({
    "401, sign-in, UNAUTHENTICATED",
    "403, forbidden, FORBIDDEN",
    "404, encounter-not-found, ENCOUNTER_NOT_FOUND",
    "404, '', ENCOUNTER_NOT_FOUND",
    "409, another-recorder, ANOTHER_RECORDER",
    "409, recording-ended, RECORDING_ENDED",
    "409, no-consent, NO_CONSENT",
    "409, something-new, STORAGE_UNAVAILABLE",
    "302, '', STORAGE_UNAVAILABLE",
    "500, internal, STORAGE_UNAVAILABLE",
    "503, '', STORAGE_UNAVAILABLE"
  })
  void shouldRefuseAsStorageDoes(int status, String name, RefusalReason expected) throws Exception {
    // Given
    String problem =
        name.isEmpty() ? "" : "{\"type\":\"https://medicscribe.org/problems/" + name + "\"}";
    answer = exchange -> say(exchange, status, problem);

    // Then
    assertThat(reason(said(client.see(VISITOR)))).isEqualTo(expected);
    assertThat(reason(said(client.claim(VISITOR, RecorderClaim.live("tab", false)))))
        .isEqualTo(expected);
    assertThat(asked).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"''", "[]", "{}", "not json"})
  void shouldNotTakeForAGrantWhatIsNone(String body) throws Exception {
    answer = exchange -> say(exchange, 200, body);
    assertThat(said(client.see(VISITOR))).isInstanceOf(StorageAnswer.Refused.class);
  }

  @Test
  void shouldAskOnceMoreWhenTheConnectionIsCut() throws Exception {
    // Given
    answer =
        exchange -> {
          if (asked.size() > 1) {
            say(exchange, 200, GRANTED);
          }
        };

    // Then
    assertThat(said(client.see(VISITOR))).isInstanceOf(StorageAnswer.Granted.class);
    assertThat(asked).hasSize(2);
  }

  @Test
  void shouldNotAskAThirdTime() throws Exception {
    answer = exchange -> {};
    assertThat(reason(said(client.see(VISITOR)))).isEqualTo(RefusalReason.STORAGE_UNAVAILABLE);
    assertThat(asked).hasSize(2);
  }

  @Test
  void shouldGiveUpWhenItThinksForTooLongAndSayNothingOfTheUser() throws Exception {
    // Given
    answer = exchange -> released.await();

    try (LogLines log = LogLines.capture()) {
      // When
      long begin = System.nanoTime();
      StorageAnswer said = said(client.see(VISITOR));

      // Then
      assertThat(reason(said)).isEqualTo(RefusalReason.STORAGE_UNAVAILABLE);
      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(10));
      assertThat(asked).hasSize(1);
      assertThat(log.lines()).noneMatch(line -> line.contains(TOKEN) || line.contains("dr.rivera"));
    }
  }

  @Test
  void shouldKeepConnectionsForRecordersAndALimitToThoseThatWait() throws Exception {
    // Given: both connections are in use, and one more waits
    answer =
        exchange -> {
          if (!exchange.getRequestURI().getPath().endsWith("/transcript")) {
            released.await();
          }
          say(exchange, 200, GRANTED);
        };
    List<Future<StorageAnswer>> held = new ArrayList<>();
    held.add(client.see(VISITOR));
    held.add(client.see(VISITOR));
    Awaitility.await().until(() -> asked.size() == 2);
    held.add(client.see(VISITOR));

    // Then: the next is refused at once, and what is passed through has its own
    assertThat(reason(said(client.see(VISITOR)))).isEqualTo(RefusalReason.STORAGE_UNAVAILABLE);
    assertThat(held).noneMatch(Future::isComplete);
    HttpClientResponse passed =
        link.requests()
            .request(
                link.answeredInTime()
                    .setMethod(HttpMethod.GET)
                    .setURI("/api/encounters/" + ENCOUNTER + "/transcript"))
            .compose(request -> request.send())
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
    assertThat(passed.statusCode()).isEqualTo(200);

    // When
    released.countDown();

    // Then
    for (Future<StorageAnswer> each : held) {
      assertThat(said(each)).isInstanceOf(StorageAnswer.Granted.class);
    }
  }

  @Test
  void shouldAnswerWhereItWasAsked() throws Exception {
    // Given
    Context caller = vertx.getOrCreateContext();
    CompletableFuture<Boolean> sameThread = new CompletableFuture<>();

    // When
    caller.runOnContext(_ -> {
      Thread asking = Thread.currentThread();
      client.see(VISITOR).onComplete(_ -> sameThread.complete(Thread.currentThread() == asking));
    });

    // Then
    assertThat(sameThread.get(10, TimeUnit.SECONDS)).isTrue();
  }
}
