package org.medicscribe.storage.access;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.identity.Role;
import org.medicscribe.edge.problem.ProblemException;
import org.medicscribe.storage.access.AuditQuery.Parameters;
import org.medicscribe.storage.access.AuditSearch.Part;
import org.medicscribe.storage.encounter.Clinician;
import org.medicscribe.storage.encounter.EncounterProblems;

/** The trail of a whole clinic, for its auditors. */
@Path("/api/audit")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class AuditSearchResource {

  private static final int AT_ONCE = 500;

  /** Of a table; what is older is asked for by its time. */
  private static final int IN_A_TABLE = 5_000;

  private static final String TABLE = "text/csv;charset=UTF-8;header=present";

  private final AuditSearch search;
  private final Clinician clinician;

  AuditSearchResource(AuditSearch search, Clinician clinician) {
    this.search = search;
    this.clinician = clinician;
  }

  /** What a report is about. A label travels in a body, since addresses stand in logs. */
  public record Wanted(
      @Nullable String patientLabel,
      @Nullable String from,
      @Nullable String to,
      @Nullable String before) {
    @Override
    public String toString() {
      return "Wanted";
    }
  }

  @GET
  public Uni<Part> find(
      @RestQuery @Nullable String person,
      @RestQuery @Nullable String encounter,
      @RestQuery @Nullable String from,
      @RestQuery @Nullable String to,
      @RestQuery @Nullable String before) {
    return found(new Parameters(person, encounter, null, from, to, before), AT_ONCE);
  }

  @POST
  @Path("/report")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Part> report(@Nullable Wanted wanted) {
    return found(parameters(wanted), AT_ONCE);
  }

  @POST
  @Path("/report")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(TABLE + ";qs=0.5")
  public Uni<RestResponse<String>> table(@Nullable Wanted wanted) {
    return found(parameters(wanted), IN_A_TABLE)
        .map(part ->
            RestResponse.ResponseBuilder.ok(AccessReport.of(part.entries()))
                .header(
                    HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"access-report.csv\"")
                .build());
  }

  private Uni<Part> found(Parameters given, int limit) {
    String tenant = clinician.callerWith(Role.AUDITOR).tenant();
    return switch (AuditQuery.check(given)) {
      case AuditQuery.Checked.Valid(AuditQuery query) -> search.find(tenant, query, limit);
      case AuditQuery.Checked.Invalid(Map<String, String> fields) ->
          throw new ProblemException(EncounterProblems.invalid(fields));
    };
  }

  private static Parameters parameters(@Nullable Wanted wanted) {
    if (wanted == null || wanted.patientLabel() == null || wanted.patientLabel().isBlank()) {
      throw new ProblemException(
          EncounterProblems.invalid(
              Map.of("patientLabel", "Give the label under which the visits are kept.")));
    }
    return new Parameters(
        null, null, wanted.patientLabel(), wanted.from(), wanted.to(), wanted.before());
  }
}
