package org.medicscribe.gateway.surroundings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.EncounterId;

/** A real client of the socket; it offers its token as a browser does. */
public final class SocketClient implements WebSocket.Listener, AutoCloseable {

  public static final int FRAME = 1_600;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final int WITHOUT_CLOSE = 1006;

  private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private volatile boolean isHoldingStill;
  private @Nullable WebSocket socket;

  private SocketClient() {}

  public static SocketClient open(int port, EncounterId encounter, String token) {
    SocketClient client = new SocketClient();
    client.socket =
        HTTP.newWebSocketBuilder()
            .subprotocols(
                "scribe.v1",
                "bearer-token-carrier",
                URLEncoder.encode(
                        "quarkus-http-upgrade#Authorization#Bearer " + token,
                        StandardCharsets.UTF_8)
                    .replace("+", "%20"))
            .buildAsync(uri(port, encounter.toString()), client)
            .join();
    return client;
  }

  public static URI uri(int port, String encounter) {
    return URI.create("ws://127.0.0.1:" + port + "/ws/encounters/" + encounter);
  }

  public SocketClient start(long from, String recorderId) {
    return send(
        "{\"type\":\"start\",\"from\":%d,\"recorderId\":\"%s\"}".formatted(from, recorderId));
  }

  public SocketClient takeOver(long from, String recorderId) {
    return send(
        "{\"type\":\"start\",\"from\":%d,\"recorderId\":\"%s\",\"takeOver\":true}"
            .formatted(from, recorderId));
  }

  /** Starts, and waits until audio may come. */
  public SocketClient record(long from, String recorderId) {
    start(from, recorderId);
    expect("ready");
    return this;
  }

  public SocketClient send(String frame) {
    socket().sendText(frame, true).join();
    return this;
  }

  public SocketClient audio(long first, byte[] pcm) {
    ByteBuffer frame = ByteBuffer.allocate(Long.BYTES + pcm.length).putLong(first).put(pcm).flip();
    return binary(frame);
  }

  /** Sends so many frames one after the other, without regard to what is acknowledged. */
  public int sendUntilClosed(int frames, byte[] pcm) {
    long position = 0;
    for (int i = 0; i < frames; i++) {
      try {
        audio(position, pcm);
      } catch (CompletionException closedMeanwhile) {
        return i;
      }
      position += pcm.length / 2;
    }
    return frames;
  }

  /** Sends what the other side may refuse to read to its end. */
  public void audioThatIsCutOff(long first, byte[] pcm) {
    try {
      audio(first, pcm);
    } catch (CompletionException cutOff) {
      // Whether the last byte still went out before the cut is a matter of luck; a client that
      // notices the cut while it sends is not told of it again.
      closed.completeExceptionally(cutOff);
    }
  }

  public SocketClient binary(ByteBuffer frame) {
    socket().sendBinary(frame, true).join();
    return this;
  }

  public String subprotocol() {
    return socket().getSubprotocol();
  }

  /** Waits for a frame of this type; frames of other types before it are dropped. */
  public JsonNode expect(String type) {
    JsonNode frame;
    do {
      frame = next();
    } while (!frame.path("type").asText().equals(type));
    return frame;
  }

  /** Waits for a frame of one of these types; frames of other types before it are dropped. */
  public JsonNode expectOneOf(String type, String other) {
    JsonNode frame;
    do {
      frame = next();
    } while (!frame.path("type").asText().equals(type)
        && !frame.path("type").asText().equals(other));
    return frame;
  }

  /** Waits until everything before {@code position} is acknowledged. */
  public void expectAckThrough(long position) {
    while (expect("ack").path("through").asLong() < position) {
      // The next one says more.
    }
  }

  /** The close code, or 1006 when the connection ended without one. */
  public int expectEnd() {
    return closed
        .exceptionally(_ -> WITHOUT_CLOSE)
        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .join();
  }

  public int expectClose() {
    try {
      return closed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError("the socket stays open", failure);
    }
  }

  /** The last part of a refusal's type. */
  public static String reason(JsonNode failed) {
    String type = failed.at("/problem/type").asText();
    return type.substring(type.lastIndexOf('/') + 1);
  }

  /** Waits for the refusal and the close code that goes with it. */
  public JsonNode expectRefusal(int closeCode) {
    JsonNode failed = expect("failed");
    int code = expectClose();
    if (code != closeCode) {
      throw new AssertionError("closed with " + code + ", not " + closeCode);
    }
    return failed;
  }

  /** Reads no more, until told to. */
  public SocketClient holdingStill() {
    isHoldingStill = true;
    return this;
  }

  public void readOn() {
    isHoldingStill = false;
    socket().request(1);
  }

  public boolean hasFrames() {
    return !frames.isEmpty();
  }

  /** As a lost connection. */
  public void cut() {
    socket().abort();
  }

  @Override
  public void close() {
    socket().abort();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      try {
        frames.add(JSON.readTree(text.toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      text.setLength(0);
    }
    if (!isHoldingStill) {
      webSocket.request(1);
    }
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    closed.completeExceptionally(error);
  }

  private JsonNode next() {
    try {
      JsonNode frame = frames.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (frame == null) {
        throw new AssertionError("no frame comes");
      }
      return frame;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private WebSocket socket() {
    if (socket == null) {
      throw new IllegalStateException("not open");
    }
    return socket;
  }
}
