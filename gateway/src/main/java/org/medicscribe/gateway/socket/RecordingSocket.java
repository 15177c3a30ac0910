package org.medicscribe.gateway.socket;

import io.quarkus.security.Authenticated;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.buffer.Buffer;
import org.jboss.logging.Logger;
import org.medicscribe.gateway.encounter.Visitor;

/**
 * The socket of a visit; {@code docs/protocol.md} says what is spoken on it. Everything happens on
 * the connection's event loop.
 */
@WebSocket(path = "/ws/encounters/{id}", endpointId = RecordingSocket.ID)
@Authenticated
public class RecordingSocket {

  static final String ID = "recording";
  static final UserData.TypedKey<Visitor> VISITOR = new UserData.TypedKey<>("visitor");

  private static final UserData.TypedKey<OpenSocket> SOCKET = new UserData.TypedKey<>("socket");
  private static final Logger LOG = Logger.getLogger(RecordingSocket.class);

  private final OpenSockets sockets;
  private final FrameCodec codec;

  RecordingSocket(OpenSockets sockets, FrameCodec codec) {
    this.sockets = sockets;
    this.codec = codec;
  }

  @OnOpen
  @NonBlocking
  void open(WebSocketConnection connection) {
    UserData data = connection.userData();
    data.put(SOCKET, sockets.open(connection, data.get(VISITOR)));
  }

  @OnTextMessage
  @NonBlocking
  void text(String message, WebSocketConnection connection) {
    connection.userData().get(SOCKET).receiveText(codec.read(message));
  }

  @OnBinaryMessage
  @NonBlocking
  void binary(Buffer message, WebSocketConnection connection) {
    connection.userData().get(SOCKET).receiveBinary(codec.read(message));
  }

  @OnClose
  @NonBlocking
  void close(WebSocketConnection connection) {
    sockets.close(connection.userData().get(SOCKET));
  }

  /** A connection that breaks closes by itself; the message may quote what was sent. */
  @OnError
  @NonBlocking
  void broken(Throwable failure) {
    LOG.debugf("socket breaks cause=%s", failure.getClass().getSimpleName());
  }
}
