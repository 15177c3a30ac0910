package org.medicscribe.edge.identity;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.medicscribe.edge.catalogue.ProblemType;
import org.medicscribe.edge.problem.Problem;
import org.medicscribe.edge.problem.ProblemException;

/** A door like those of the services. */
@Path("/test")
class CallerResource {

  private final CallerReader callers;
  private final SecurityIdentity identity;

  CallerResource(CallerReader callers, SecurityIdentity identity) {
    this.callers = callers;
    this.identity = identity;
  }

  record Body(int number) {}

  @GET
  @Path("/caller")
  @Authenticated
  public Caller caller() {
    return callers.callerOf(identity);
  }

  @GET
  @Path("/unannotated")
  public Caller unannotated() {
    return callers.callerOf(identity);
  }

  @GET
  @Path("/refused")
  @PermitAll
  public String refused() {
    throw new ProblemException(Problem.of(ProblemType.POSITION_GAP).with("expected", 16_000));
  }

  @GET
  @Path("/broken")
  @PermitAll
  public String broken() {
    throw new IllegalStateException("Mrs Jones has chest pain");
  }

  @POST
  @Path("/body")
  @PermitAll
  public Map<String, Integer> body(Body body) {
    return Map.of("number", body.number());
  }
}
