package org.medicscribe.storage.outage;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.medicscribe.edge.problem.Problem;
import org.medicscribe.edge.problem.Problems;

/** Tells a caller to wait instead of showing an outage as a defect. */
class OutageMappers {

  private static final Logger LOG = Logger.getLogger(OutageMappers.class);

  private final Schema schema;

  OutageMappers(Schema schema) {
    this.schema = schema;
  }

  @ServerRequestFilter
  Optional<RestResponse<Problem>> withoutSchema() {
    return schema.isReady() ? Optional.empty() : Optional.of(response(Outages.UNAVAILABLE));
  }

  @ServerExceptionMapper({
    PgException.class,
    VertxException.class,
    NoStackTraceThrowable.class,
    IOException.class,
    io.smallrye.mutiny.TimeoutException.class
  })
  RestResponse<Problem> outage(Throwable failure) {
    String kind = Outages.kindOf(failure);
    if (!Outages.isOutage(failure)) {
      LOG.errorf("request failed: errorKind=INTERNAL cause=%s", kind);
      return response(Problems.ofStatus(500));
    }
    LOG.warnf("request refused: errorKind=EXTERNAL cause=%s", kind);
    return response(Outages.UNAVAILABLE);
  }

  private static RestResponse<Problem> response(Problem problem) {
    return RestResponse.ResponseBuilder.<Problem>create(problem.status())
        .entity(problem)
        .type(Problem.MEDIA_TYPE)
        .build();
  }
}
