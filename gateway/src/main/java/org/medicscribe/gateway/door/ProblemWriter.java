package org.medicscribe.gateway.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.medicscribe.edge.problem.Problem;
import org.medicscribe.edge.problem.Problems;

/** Answers requests that do not reach a resource. */
@Singleton
class ProblemWriter {

  private static final Logger LOG = Logger.getLogger(ProblemWriter.class);

  private final ObjectMapper json;

  ProblemWriter(ObjectMapper json) {
    this.json = json;
  }

  void write(RoutingContext request, Problem problem) {
    if (request.response().ended()) {
      return;
    }
    if (problem.status() == Problems.SIGN_IN.status()) {
      request.response().putHeader(HttpHeaders.createOptimized("WWW-Authenticate"), "Bearer");
    }
    request
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .end(written(problem));
  }

  void tooMany(RoutingContext request, Duration wait) {
    request
        .response()
        .putHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds() + 1)));
    write(request, Problems.ofStatus(429));
  }

  void write(RoutingContext request, Throwable failure) {
    write(request, problemOf(failure));
  }

  private static Problem problemOf(Throwable failure) {
    return switch (failure) {
      case OIDCException _ -> Problems.ISSUER_UNAVAILABLE;
      case AuthenticationFailedException refused ->
          refused.getCause() instanceof OIDCException
              ? Problems.ISSUER_UNAVAILABLE
              : Problems.SIGN_IN;
      case UnauthorizedException _ -> Problems.SIGN_IN;
      case ForbiddenException _ -> Problems.FORBIDDEN;
      default -> {
        String reference = UUID.randomUUID().toString();
        LOG.errorf(
            "errorKind=INTERNAL reference=%s cause=%s", reference, failure.getClass().getName());
        yield Problems.defect(reference);
      }
    };
  }

  private Buffer written(Problem problem) {
    try {
      return Buffer.buffer(json.writeValueAsBytes(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem cannot be written", e);
    }
  }
}
