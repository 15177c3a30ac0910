package org.medicscribe.transcription.speech.deepgram;

import io.quarkus.websockets.next.BasicWebSocketConnector;
import io.quarkus.websockets.next.WebSocketClientConnection;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection of the WebSocket client, reduced to what the stream needs. */
final class DeepgramSocket {

  /** Told what happens, on the event loop that dialled. */
  interface Listener {
    void opened();

    void text(String message);

    void binary();

    void closed(int code);

    /** Never opened, or a write failed. */
    void failed(Throwable failure);
  }

  private final BasicWebSocketConnector connector;
  private @Nullable WebSocketClientConnection connection;
  private boolean closed;

  DeepgramSocket(BasicWebSocketConnector connector) {
    this.connector = connector;
  }

  void connect(URI provider, String query, String key, Listener listener) {
    connector
        .baseUri(withQuery(provider, query))
        .path("/v1/listen")
        .executionModel(BasicWebSocketConnector.ExecutionModel.NON_BLOCKING)
        .addHeader("Authorization", "Token " + key)
        .onTextMessage((from, message) -> listener.text(message))
        .onBinaryMessage((from, message) -> listener.binary())
        .onError((from, failure) -> listener.failed(failure))
        .onClose((from, reason) -> listener.closed(reason.getCode()))
        .connect()
        .subscribe()
        .with(
            opened -> {
              connection = opened;
              if (closed) {
                close();
              } else {
                listener.opened();
              }
            },
            listener::failed);
  }

  void send(Buffer audio, Runnable written, Consumer<Throwable> failed) {
    open().sendBinary(audio).subscribe().with(done -> written.run(), failed);
  }

  void send(String message, Consumer<Throwable> failed) {
    open().sendText(message).subscribe().with(done -> {}, failed);
  }

  /** Closes now, or as soon as it opens. */
  void close() {
    closed = true;
    if (connection != null && connection.isOpen()) {
      connection.close().subscribe().with(done -> {}, alreadyGone -> {});
    }
  }

  private WebSocketClientConnection open() {
    if (connection == null) {
      throw new IllegalStateException("not open yet");
    }
    return connection;
  }

  /**
   * The client decodes the query of its address and sends it like that: encoded once more, what it
   * sends is what we mean.
   */
  private static URI withQuery(URI provider, String query) {
    return URI.create(provider + "?" + query.replace("%", "%25"));
  }
}
