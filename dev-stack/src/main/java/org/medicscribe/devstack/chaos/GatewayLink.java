package org.medicscribe.devstack.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP link between a client and a gateway that can be cut as a lost network cuts it, and led to
 * another gateway, as a balancer leads it.
 */
public final class GatewayLink implements AutoCloseable {

  private final ServerSocket listener;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile InetSocketAddress target;

  public GatewayLink(URI gateway) throws IOException {
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.target = addressOf(gateway);
    Thread.ofVirtual().start(this::accept);
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  /** New connections go there; those that are open stay where they are. */
  public void leadTo(URI gateway) {
    target = addressOf(gateway);
  }

  /** Every open connection is reset. */
  public void cut() throws IOException {
    for (Socket socket : open) {
      try {
        socket.setSoLinger(true, 0);
      } catch (SocketException closed) {
        // It is gone already.
      }
      socket.close();
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    cut();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        lead(listener.accept());
      } catch (IOException closed) {
        // The loop ends with the listener.
      }
    }
  }

  /** A client that leads nowhere sees a connection that is closed at once, and tries again. */
  private void lead(Socket client) throws IOException {
    Socket gateway = new Socket();
    try {
      gateway.connect(target);
    } catch (IOException refused) {
      client.close();
      return;
    }
    client.setTcpNoDelay(true);
    gateway.setTcpNoDelay(true);
    pipe(client, gateway);
    pipe(gateway, client);
  }

  private void pipe(Socket from, Socket to) {
    open.add(from);
    Thread.ofVirtual()
        .start(() -> {
          try (from;
              to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
          } catch (IOException cut) {
            // Both ends are closed; that is what a cut is.
          } finally {
            open.remove(from);
          }
        });
  }

  private static InetSocketAddress addressOf(URI uri) {
    return new InetSocketAddress(uri.getHost(), uri.getPort());
  }
}
