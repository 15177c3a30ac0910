package org.medicscribe.devstack.client;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Speaks the protocol of docs/protocol.md for one encounter: keeps the samples in order, refuses
 * gaps, acknowledges, and can cut the first socket at a position.
 */
final class FakeGateway implements AutoCloseable {

  static final String ENCOUNTER = "0198c5a2-7d3e-7c11-9a55-3f1f0c2b7a10";

  private static final int CLOSE_AFTER_REFUSAL = 4403;

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private final ByteArrayOutputStream samples = new ByteArrayOutputStream();
  private final List<String> requests = new ArrayList<>();
  private final long cutAt;
  private int cutCode = 1013;
  private final boolean consentMissing;
  private int outages;
  private int sockets;
  private long stoppedAt = -1;

  /**
   * @param cutAt bytes after which the first socket is lost; negative for never
   */
  FakeGateway(long cutAt, boolean consentMissing) {
    this.cutAt = cutAt;
    this.consentMissing = consentMissing;
    this.server =
        vertx
            .createHttpServer(new HttpServerOptions().addWebSocketSubProtocol("scribe.v1"))
            .webSocketHandler(this::socket)
            .requestHandler(this::rest)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  /** Once the recording is complete, storage cannot be reached for so many requests. */
  synchronized void failAfterStop(int requests) {
    outages = requests;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  synchronized byte[] samples() {
    return samples.toByteArray();
  }

  synchronized int sockets() {
    return sockets;
  }

  synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  /** The first socket is lost with this code. */
  FakeGateway cuttingWith(int code) {
    cutCode = code;
    return this;
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private synchronized void rest(HttpServerRequest request) {
    String path = URI.create(request.uri()).getPath();
    requests.add(request.method() + " " + path + " " + request.getHeader("Authorization"));
    boolean done = stoppedAt >= 0;
    if (done && outages-- > 0) {
      request.response().setStatusCode(503).end("{\"detail\":\"Try again in a moment.\"}");
      return;
    }
    String answer =
        switch (path.substring(path.lastIndexOf('/') + 1)) {
          case "encounters" -> "{\"id\":\"" + ENCOUNTER + "\"}";
          case "transcript" ->
              done
                  ? "{\"segments\":[" + SEGMENT + "],\"coveredSamples\":16000,\"complete\":true}"
                  : "{\"segments\":[],\"coveredSamples\":0,\"complete\":false}";
          case "notes" -> done ? "{\"versions\":[{\"version\":1}]}" : "{\"versions\":[]}";
          case "note" -> NOTE;
          default -> "{}";
        };
    request.response().putHeader("content-type", "application/json").end(answer);
  }

  private synchronized void socket(ServerWebSocket socket) {
    sockets++;
    boolean first = sockets == 1;
    socket.textMessageHandler(text -> control(socket, new JsonObject(text)));
    socket.binaryMessageHandler(frame -> audio(socket, frame, first));
  }

  private synchronized void control(ServerWebSocket socket, JsonObject message) {
    switch (message.getString("type")) {
      case "start" -> {
        if (consentMissing) {
          var _ =
              socket.writeTextMessage(
                  "{\"type\":\"failed\",\"problem\":{\"type\":\"https://medicscribe.org/problems/no-consent\",\"title\":\"Consent is missing\",\"status\":409,\"detail\":\"Record the patient's consent, then start again.\"}}");
          var _ = socket.close((short) CLOSE_AFTER_REFUSAL);
          return;
        }
        var _ =
            socket.writeTextMessage(
                "{\"type\":\"ready\",\"next\":%d,\"windowSamples\":8000,\"maxFrameSamples\":16000}"
                    .formatted(message.getLong("from")));
      }
      case "stop" -> {
        stoppedAt = message.getLong("totalSamples");
        var _ =
            socket.writeTextMessage(
                "{\"type\":\"segment\",\"from\":0,\"through\":16000,\"segments\":["
                    + SEGMENT
                    + "]}");
        var _ =
            socket.writeTextMessage(
                "{\"type\":\"stopped\",\"totalSamples\":%d}".formatted(stoppedAt));
      }
      default -> throw new AssertionError("unexpected " + message);
    }
  }

  private synchronized void audio(ServerWebSocket socket, Buffer frame, boolean first) {
    long position = frame.getLong(0);
    long known = samples.size() / 2;
    if (position > known) {
      throw new AssertionError("gap: expected " + known + ", got " + position);
    }
    int overlap = (int) (known - position) * 2;
    samples.writeBytes(
        frame.getBytes(Math.min(frame.length(), Long.BYTES + overlap), frame.length()));
    if (first && cutAt >= 0 && samples.size() >= cutAt) {
      var _ = socket.close((short) cutCode);
      return;
    }
    var _ =
        socket.writeTextMessage("{\"type\":\"ack\",\"through\":%d}".formatted(samples.size() / 2));
  }

  private static final String SEGMENT =
      "{\"id\":\"s1600\",\"start\":1600,\"end\":4800,\"speaker\":\"S1\",\"words\":[{\"text\":\"Good\",\"start\":1600,\"end\":3000,\"confidence\":0.9},{\"text\":\"morning.\",\"start\":3000,\"end\":4800,\"confidence\":0.9}],\"confidence\":0.9,\"inaudible\":false,\"text\":\"Good morning.\"}";

  private static final String NOTE =
      "{\"version\":1,\"origin\":\"draft\",\"engine\":{\"name\":\"embedded drafter\",\"embedded\":true},\"createdAt\":\"2026-11-24T10:00:00Z\",\"note\":{\"sections\":[{\"code\":\"subjective\",\"statements\":[{\"id\":\"1\",\"text\":\"Greets.\",\"evidence\":[{\"segment\":\"s1600\",\"quote\":\"Good morning.\"}],\"verification\":{\"status\":\"unsupported\",\"findings\":[{\"rule\":\"numbers-agree\",\"detail\":\"20\"}]}}]}],\"omissions\":[{\"kind\":\"follow-up\",\"text\":\"in two weeks\",\"evidence\":{\"segment\":\"s1600\",\"quote\":\"morning.\"}}],\"roles\":{\"S1\":\"clinician\"}}}";
}
