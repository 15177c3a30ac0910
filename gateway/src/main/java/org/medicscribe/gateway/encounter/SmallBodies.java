package org.medicscribe.gateway.encounter;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import jakarta.inject.Singleton;
import org.medicscribe.gateway.memory.GatewayMemory;
import org.medicscribe.memory.Share;

/**
 * Takes in the small bodies of requests. The bytes of one are charged before the first of them is
 * read; a body that does not say its length is charged for the largest. To be used on the request's
 * event loop.
 */
@Singleton
public class SmallBodies {

  private final StorageConfig config;
  private final Share memory;
  private final Vertx vertx;

  SmallBodies(StorageConfig config, GatewayMemory memory, Vertx vertx) {
    this.config = config;
    this.memory = memory.bodies();
    this.vertx = vertx;
  }

  /** Why a body is not taken in. */
  enum Reason {
    TOO_LARGE,
    NO_MEMORY,
    TOO_SLOW
  }

  /** A body that is not taken in. */
  static final class NotTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Reason reason;

    NotTaken(Reason reason) {
      super(reason.name(), null, false, false);
      this.reason = reason;
    }

    Reason reason() {
      return reason;
    }
  }

  /** What has been taken in, and what is to be given back when it is gone. */
  record Taken(Buffer bytes, long charged) {}

  /** Whether a request brings anything. */
  static boolean hasBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        || (length != null && !"0".equals(length));
  }

  /** Tells a sender that waits for a word that its body may come. */
  public static void invite(HttpServerRequest request) {
    if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      request.response().writeContinue();
    }
  }

  Future<Taken> take(HttpServerRequest request, ReadStream<Buffer> body) {
    long limit = config.maxBody().asLongValue();
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    long bytes = !hasBody(request) ? 0 : length == null ? limit : Long.parseLong(length);
    if (bytes > limit) {
      return Future.failedFuture(new NotTaken(Reason.TOO_LARGE));
    }
    if (!memory.tryTake(bytes)) {
      return Future.failedFuture(new NotTaken(Reason.NO_MEMORY));
    }
    invite(request);
    return read(body, limit)
        .map(whole -> new Taken(whole, bytes))
        .onFailure(_ -> memory.give(bytes));
  }

  void gone(Taken taken) {
    memory.give(taken.charged());
  }

  private Future<Buffer> read(ReadStream<Buffer> body, long limit) {
    Promise<Buffer> whole = Promise.promise();
    Buffer bytes = Buffer.buffer();
    long timer =
        vertx.setTimer(
            config.bodyTimeout().toMillis(), _ -> whole.tryFail(new NotTaken(Reason.TOO_SLOW)));
    body.exceptionHandler(whole::tryFail);
    body.endHandler(_ -> whole.tryComplete(bytes));
    body.handler(part -> {
      if (bytes.length() + part.length() > limit) {
        whole.tryFail(new NotTaken(Reason.TOO_LARGE));
      } else if (!whole.future().isComplete()) {
        bytes.appendBuffer(part);
      }
    });
    body.resume();
    return whole.future().onComplete(_ -> vertx.cancelTimer(timer));
  }
}
