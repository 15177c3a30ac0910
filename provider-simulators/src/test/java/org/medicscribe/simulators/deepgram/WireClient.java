package org.medicscribe.simulators.deepgram;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.medicscribe.simulators.SimulatorServer;

/** A plain socket client: it hides nothing of the wire. */
final class WireClient implements AutoCloseable {

  static final String QUERY =
      "model=nova-3-medical&encoding=linear16&sample_rate=16000&channels=1&interim_results=true"
          + "&smart_format=true&punctuate=true&diarize_model=latest&endpointing=300"
          + "&utterance_end_ms=1000&vad_events=true&mip_opt_out=true";

  private static final long PATIENCE_SECONDS = 10;

  private final Vertx vertx = Vertx.vertx();
  private final int port;

  WireClient(int port) {
    this.port = port;
  }

  /** An open stream; every text is kept in the order of arrival. */
  static final class Stream {
    final WebSocket socket;
    final String requestId;
    final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();

    private Stream(WebSocket socket) {
      this.socket = socket;
      this.requestId = String.valueOf(socket.headers().get("dg-request-id"));
      socket.textMessageHandler(texts::add);
      socket.exceptionHandler(cut -> {});
      socket.closeHandler(ignored ->
          closed.complete(socket.closeStatusCode() == null ? -1 : (int) socket.closeStatusCode()));
    }

    Stream audio(byte[] pcm) {
      for (int at = 0; at < pcm.length; at += 3200) {
        await(
            socket.writeBinaryMessage(
                Buffer.buffer(Arrays.copyOfRange(pcm, at, Math.min(pcm.length, at + 3200)))));
      }
      return this;
    }

    Stream text(String text) {
      await(socket.writeTextMessage(text));
      return this;
    }

    Stream type(String type) {
      return text("{\"type\":\"" + type + "\"}");
    }

    /** The next message that is wanted; others are skipped. */
    JsonNode next(Predicate<JsonNode> wanted) throws Exception {
      while (true) {
        String text = texts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (text == null) {
          throw new AssertionError("no such message came");
        }
        JsonNode message = SimulatorServer.JSON.readTree(text);
        if (wanted.test(message)) {
          return message;
        }
      }
    }

    JsonNode next(String type) throws Exception {
      return next(message -> message.path("type").asText().equals(type));
    }

    int closeCode() throws Exception {
      return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Everything that came until the provider closed. */
    List<JsonNode> untilClosed() throws Exception {
      closeCode();
      List<JsonNode> messages = new ArrayList<>();
      for (String text : texts) {
        messages.add(SimulatorServer.JSON.readTree(text));
      }
      return messages;
    }
  }

  Stream connect() {
    return connect(QUERY, "Token secret-key");
  }

  Stream connect(String query, String authorization) {
    CompletableFuture<Stream> opened = new CompletableFuture<>();
    WebSocketConnectOptions options =
        new WebSocketConnectOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setURI("/v1/listen?" + query);
    if (!authorization.isEmpty()) {
      options.putHeader("Authorization", authorization);
    }
    // On the loop, so that the handlers are there before the first message is.
    vertx.runOnContext(ignored ->
        vertx
            .createWebSocketClient()
            .connect(options)
            .map(Stream::new)
            .onSuccess(opened::complete)
            .onFailure(opened::completeExceptionally));
    return await(opened);
  }

  /** Connects, and expects to be refused. */
  UpgradeRejectedException refused(String query, String authorization) {
    try {
      connect(query, authorization);
    } catch (Refused refused) {
      return refused.rejection;
    }
    throw new AssertionError("was not refused");
  }

  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient UpgradeRejectedException rejection;

    Refused(UpgradeRejectedException rejection) {
      super(rejection);
      this.rejection = rejection;
    }
  }

  private static void await(Future<Void> future) {
    await(future.toCompletionStage().toCompletableFuture());
  }

  private static <T> T await(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UpgradeRejectedException rejection) {
        throw new Refused(rejection);
      }
      throw new AssertionError(e.getCause());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    await(vertx.close());
  }
}
