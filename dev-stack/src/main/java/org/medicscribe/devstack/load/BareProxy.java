package org.medicscribe.devstack.load;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketBase;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;

/**
 * The least that could bring audio to the provider and words back: each client socket is joined to
 * one of its own at the provider. Nothing is kept, checked or acknowledged. What the suite costs is
 * told beside what this costs.
 */
public final class BareProxy {

  public static final String LISTENING = "listening on ";

  private static final int MAX_MESSAGE = 1 << 20;

  private final URI provider;
  private final WebSocketClient client;

  private BareProxy(URI provider, WebSocketClient client) {
    this.provider = provider;
    this.client = client;
  }

  public static void main(String[] arguments) throws Exception {
    var _ = Lifeline.attach();
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    WebSocketClient client =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setMaxConnections(Integer.MAX_VALUE)
                .setMaxFrameSize(MAX_MESSAGE)
                .setMaxMessageSize(MAX_MESSAGE));
    BareProxy proxy = new BareProxy(URI.create(arguments[0]), client);
    int port =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setHost("127.0.0.1")
                    .setPort(0)
                    .setMaxWebSocketFrameSize(MAX_MESSAGE)
                    .setMaxWebSocketMessageSize(MAX_MESSAGE))
            .requestHandler(proxy::join)
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .get()
            .actualPort();
    System.out.println(LISTENING + port);
    System.out.flush();
    Thread.currentThread().join();
  }

  private void join(HttpServerRequest request) {
    WebSocketConnectOptions address =
        new WebSocketConnectOptions()
            .setHost(provider.getHost())
            .setPort(provider.getPort())
            .setURI(request.uri())
            .addHeader("Authorization", request.getHeader("Authorization"));
    request
        .toWebSocket()
        .onSuccess(near -> {
          near.pause();
          client
              .connect(address)
              .onSuccess(far -> {
                join(near, far);
                near.resume();
              })
              .onFailure(failure -> near.close());
        });
  }

  private static void join(ServerWebSocket near, WebSocketBase far) {
    forward(near, far);
    forward(far, near);
  }

  private static void forward(WebSocketBase from, WebSocketBase to) {
    from.binaryMessageHandler(to::writeBinaryMessage);
    from.textMessageHandler(to::writeTextMessage);
    from.closeHandler(closed -> {
      if (!to.isClosed()) {
        to.close();
      }
    });
  }
}
