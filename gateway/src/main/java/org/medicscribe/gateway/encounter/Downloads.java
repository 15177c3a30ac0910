package org.medicscribe.gateway.encounter;

import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.medicscribe.gateway.memory.GatewayMemory;
import org.medicscribe.memory.Share;

/**
 * Who listens to recordings: a few at once of one user, so many in all, each charged for what
 * stands between the two connections. A listener that takes nothing for a while is let go.
 */
@Singleton
class Downloads {

  private final StorageConfig.Downloads config;
  private final Share memory;
  private final Vertx vertx;
  private final Map<String, Integer> ofUser = new HashMap<>();

  Downloads(StorageConfig config, GatewayMemory memory, Vertx vertx) {
    this.config = config.downloads();
    this.memory = memory.downloads();
    this.vertx = vertx;
  }

  /** Whether the caller may have one more; its place is free again when the request has ended. */
  boolean begin(RoutingContext request) {
    String user = Visitors.signedIn(request).getPrincipal().getName();
    long bytes = config.memory().asLongValue();
    if (!takePlace(user)) {
      return false;
    }
    if (!memory.tryTake(bytes)) {
      freePlace(user);
      return false;
    }
    ChannelHandlerContext connection =
        ((ConnectionBase) request.request().connection()).channelHandlerContext();
    long watch = watch(request.response(), connection);
    AtomicBoolean isOver = new AtomicBoolean();
    Runnable end =
        () -> {
          if (isOver.compareAndSet(false, true)) {
            vertx.cancelTimer(watch);
            memory.give(bytes);
            freePlace(user);
          }
        };
    request.addEndHandler(_ -> end.run());
    // An answer that nobody takes has no end when its connection goes.
    var _ = connection.channel().closeFuture().addListener(_ -> end.run());
    return true;
  }

  private synchronized boolean takePlace(String user) {
    int all = ofUser.values().stream().mapToInt(Integer::intValue).sum();
    int own = ofUser.getOrDefault(user, 0);
    if (own >= config.perUser() || all >= config.inAll()) {
      return false;
    }
    ofUser.put(user, own + 1);
    return true;
  }

  private synchronized void freePlace(String user) {
    ofUser.computeIfPresent(user, (_, places) -> places == 1 ? null : places - 1);
  }

  /** Closes the connection itself: a close in order would wait for what nobody takes. */
  private long watch(HttpServerResponse response, ChannelHandlerContext connection) {
    long[] written = {-1};
    return vertx.setPeriodic(
        config.stall().toMillis(),
        _ -> {
          if (response.bytesWritten() == written[0]) {
            var _ = connection.close();
          }
          written[0] = response.bytesWritten();
        });
  }
}
