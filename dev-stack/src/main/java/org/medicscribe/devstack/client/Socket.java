package org.medicscribe.devstack.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the gateway. Messages wait in a bounded queue; a full one stops the reading.
 * Used by one thread.
 */
public final class Socket implements AutoCloseable {

  /** The code of a connection that was cut, as browsers number it. */
  public static final int CUT = 1006;

  private static final int MOST_WAITING = 1_024;
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final BlockingQueue<Incoming> messages;
  private final WebSocket socket;

  private Socket(BlockingQueue<Incoming> messages, WebSocket socket) {
    this.messages = messages;
    this.socket = socket;
  }

  /**
   * @throws IOException when the gateway cannot be reached or refuses the upgrade
   */
  public static Socket connect(HttpClient http, URI gateway, String encounter, String token)
      throws IOException, InterruptedException {
    URI address =
        URI.create(
            gateway.toString().replaceFirst("^http", "ws").replaceFirst("/$", "")
                + "/ws/encounters/"
                + encounter);
    BlockingQueue<Incoming> messages = new ArrayBlockingQueue<>(MOST_WAITING);
    return new Socket(
        messages,
        await(
            http.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .subprotocols("scribe.v1")
                .connectTimeout(LIMIT)
                .buildAsync(address, new Reader(messages))));
  }

  public void send(String text) throws IOException, InterruptedException {
    await(socket.sendText(text, true));
  }

  public void send(ByteBuffer frame) throws IOException, InterruptedException {
    await(socket.sendBinary(frame, true));
  }

  public Optional<Incoming> poll(Duration wait) throws InterruptedException {
    return Optional.ofNullable(messages.poll(wait.toNanos(), TimeUnit.NANOSECONDS));
  }

  @Override
  public void close() {
    socket.abort();
  }

  private static <T> T await(CompletableFuture<T> future) throws IOException, InterruptedException {
    try {
      return future.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause()), e);
    } catch (TimeoutException e) {
      throw new IOException("no answer within " + LIMIT.toSeconds() + " s", e);
    }
  }

  /** Called by the HTTP client, one message at a time. */
  private static final class Reader implements WebSocket.Listener {

    private final BlockingQueue<Incoming> messages;
    private final StringBuilder text = new StringBuilder();

    Reader(BlockingQueue<Incoming> messages) {
      this.messages = messages;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        String whole = text.toString();
        text.setLength(0);
        try {
          put(Incoming.parse(whole));
        } catch (IOException | IllegalArgumentException unreadable) {
          put(new Incoming.Closed(CUT));
        }
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      put(new Incoming.Closed(code));
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      put(new Incoming.Closed(CUT));
    }

    private void put(Incoming message) {
      try {
        messages.put(message);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
