package org.medicscribe.storage.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.medicscribe.edge.catalogue.ProblemType;
import org.medicscribe.edge.problem.Problem;
import org.medicscribe.edge.problem.Problems;
import org.medicscribe.memory.Share;
import org.medicscribe.storage.memory.StorageMemory;

/**
 * Charges each request with its body before the body is read. What does not fit is refused, but for
 * a recorder that asks to be let in: its request is small, and a recording is refused last. A body
 * of no known kind is refused here, too: behind this door it would be taken for our fault.
 */
@ApplicationScoped
class RequestRoom {

  /** Before those of the framework that read bodies. */
  private static final int PRIORITY = 500;

  /** For a request, its answer and what the framework keeps about both. */
  private static final int OVERHEAD = 16 << 10;

  /** A body, its text, and the objects that are read from it. */
  private static final int COPIES = 4;

  private static final Problem BUSY = Problem.of(ProblemType.STORAGE_BUSY);

  private final Share share;
  private final ObjectMapper json;
  private final long longest;

  RequestRoom(
      StorageMemory memory,
      ObjectMapper json,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize longest) {
    this.share = memory.bodies();
    this.json = json;
    this.longest = longest.asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::admit, PRIORITY);
  }

  private void admit(RoutingContext context) {
    HttpServerRequest request = context.request();
    String path = context.normalizedPath();
    if (!path.startsWith("/api/")) {
      context.next();
      return;
    }
    if (!ContentTypes.isReadable(request.getHeader(HttpHeaders.CONTENT_TYPE))) {
      refuse(context, Problems.ofStatus(415));
      return;
    }
    long bytes = OVERHEAD + COPIES * bodyOf(request);
    if (path.endsWith("/recorder")) {
      share.take(bytes);
    } else if (!share.tryTake(bytes)) {
      context.response().putHeader(HttpHeaders.RETRY_AFTER, "5");
      refuse(context, BUSY);
      return;
    }
    context.addEndHandler(ended -> share.give(bytes));
    context.next();
  }

  /** At most what will be read of it; a body of unknown length may be the longest. */
  private long bodyOf(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null) {
      return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) ? longest : 0;
    }
    try {
      return Math.clamp(Long.parseLong(length), 0, longest);
    } catch (NumberFormatException noNumber) {
      return longest;
    }
  }

  /** The body was not read, so the connection cannot be used again. */
  private void refuse(RoutingContext context, Problem problem) {
    context
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONNECTION, "close")
        .end(written(problem));
  }

  private String written(Problem problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem cannot be written", e);
    }
  }
}
