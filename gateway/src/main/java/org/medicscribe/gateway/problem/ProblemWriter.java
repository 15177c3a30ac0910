package org.medicscribe.gateway.problem;

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
public class ProblemWriter {

  private static final Logger LOG = Logger.getLogger(ProblemWriter.class);

  private final ObjectMapper json;

  ProblemWriter(ObjectMapper json) {
    this.json = json;
  }

  public void write(RoutingContext request, Problem problem) {
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

  /** A refusal for now: with it goes how long to wait. */
  public void busy(RoutingContext request, Problem problem, Duration wait) {
    request.response().putHeader(HttpHeaders.RETRY_AFTER, seconds(wait));
    write(request, problem);
  }

  public void tooMany(RoutingContext request, Duration wait) {
    busy(request, Problems.ofStatus(429), wait);
  }

  public void write(RoutingContext request, Throwable failure) {
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

  private static String seconds(Duration wait) {
    return Long.toString(Math.max(1, wait.toSeconds() + 1));
  }

  /** The body of a problem. */
  public Buffer written(Problem problem) {
    try {
      return Buffer.buffer(json.writeValueAsBytes(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem cannot be written", e);
    }
  }
}
