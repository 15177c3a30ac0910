package org.medicscribe.edge.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failed request of a REST resource ends as a problem, and none shows a stack trace. */
class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  RestResponse<Problem> refusal(ProblemException refusal) {
    return response(refusal.problem());
  }

  @ServerExceptionMapper
  RestResponse<Problem> ofStatus(WebApplicationException failure) {
    if (failure.getCause() instanceof JsonProcessingException) {
      return response(Problems.MALFORMED_JSON);
    }
    Response given = failure.getResponse();
    RestResponse<Problem> response = response(Problems.ofStatus(given.getStatus()));
    String allow = given.getHeaderString(HttpHeaders.ALLOW);
    if (allow != null) {
      response.getHeaders().add(HttpHeaders.ALLOW, allow);
    }
    return response;
  }

  /** Each is named, for the framework answers some of them by itself, with the value it met. */
  @ServerExceptionMapper(
      value = {
        JsonProcessingException.class,
        MismatchedInputException.class,
        InvalidDefinitionException.class
      },
      priority = Priorities.USER - 1)
  RestResponse<Problem> malformed(JsonProcessingException notJson) {
    return response(Problems.MALFORMED_JSON);
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  RestResponse<Problem> unauthenticated(SecurityException refusal) {
    if (refusal.getCause() instanceof OIDCException) {
      return response(Problems.ISSUER_UNAVAILABLE);
    }
    RestResponse<Problem> response = response(Problems.SIGN_IN);
    response.getHeaders().add(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    return response;
  }

  @ServerExceptionMapper
  RestResponse<Problem> forbidden(ForbiddenException refusal) {
    return response(Problems.FORBIDDEN);
  }

  @ServerExceptionMapper
  RestResponse<Problem> defect(Throwable defect) {
    String reference = UUID.randomUUID().toString();
    LOG.errorf(withoutMessage(defect), "errorKind=INTERNAL reference=%s", reference);
    return response(Problems.defect(reference));
  }

  /** Messages of databases and parsers quote what they choke on, and that may be patient text. */
  private static Throwable withoutMessage(Throwable defect) {
    Throwable cause = defect.getCause();
    Throwable shown =
        new Throwable(
            defect.getClass().getName(),
            cause == null || cause == defect ? null : withoutMessage(cause));
    shown.setStackTrace(defect.getStackTrace());
    return shown;
  }

  private static RestResponse<Problem> response(Problem problem) {
    return RestResponse.ResponseBuilder.<Problem>create(problem.status())
        .entity(problem)
        .type(Problem.MEDIA_TYPE)
        .build();
  }
}
