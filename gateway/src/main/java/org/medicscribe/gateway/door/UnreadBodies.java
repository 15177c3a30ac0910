package org.medicscribe.gateway.door;

import io.netty.handler.codec.http.HttpHeaderValues;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.medicscribe.edge.problem.Problems;
import org.medicscribe.gateway.problem.ProblemWriter;

/**
 * What nobody has read of a request when it is answered is not kept: the connection ends with the
 * answer. A little of it is still taken and dropped, because a sender that is cut off while it
 * writes may never see why.
 */
@Singleton
class UnreadBodies {

  /** Even before a request is named. */
  private static final int BEFORE_EVERYTHING = 500;

  private static final Duration LINGER = Duration.ofSeconds(2);
  private static final long LINGER_BYTES = 8L * 1024 * 1024;

  private final Vertx vertx;
  private final ProblemWriter problems;

  UnreadBodies(Vertx vertx, ProblemWriter problems) {
    this.vertx = vertx;
    this.problems = problems;
  }

  void filter(@Observes Filters filters) {
    filters.register(this::watch, BEFORE_EVERYTHING);
  }

  private void watch(RoutingContext request) {
    HttpServerRequest http = request.request();
    ConnectionGuard guard =
        ConnectionGuard.of(http, () -> problems.written(Problems.ofStatus(400)).getBytes());
    request.addEndHandler(_ -> guard.answered());
    if (hasBody(http)) {
      request.addHeadersEndHandler(_ -> {
        if (!http.isEnded()) {
          request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaderValues.CLOSE);
        }
      });
      request.addEndHandler(answered -> {
        if (answered.succeeded() && !http.isEnded()) {
          leave(http);
        }
      });
    }
    request.next();
  }

  private static boolean hasBody(HttpServerRequest http) {
    String length = http.getHeader(HttpHeaders.CONTENT_LENGTH);
    return http.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        || (length != null && !"0".equals(length));
  }

  private void leave(HttpServerRequest http) {
    long timer = vertx.setTimer(LINGER.toMillis(), _ -> close(http));
    long[] dropped = {0};
    http.exceptionHandler(_ -> vertx.cancelTimer(timer));
    http.endHandler(_ -> {
      vertx.cancelTimer(timer);
      close(http);
    });
    http.handler(part -> {
      dropped[0] += part.length();
      if (dropped[0] > LINGER_BYTES) {
        vertx.cancelTimer(timer);
        http.handler(null);
        http.pause();
        close(http);
      }
    });
    http.resume();
  }

  private static void close(HttpServerRequest http) {
    http.connection().close();
  }
}
