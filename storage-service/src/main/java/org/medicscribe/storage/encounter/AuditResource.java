package org.medicscribe.storage.encounter;

import static org.medicscribe.storage.encounter.EncounterProblems.idOf;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.edge.identity.Role;
import org.medicscribe.edge.problem.ProblemException;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.audit.AuditTrail;
import org.medicscribe.storage.audit.AuditTrail.Recorded;

/** Who did what to a visit and when; for its owner, and for auditors of the clinic. */
@Path("/api/encounters/{id}/audit")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

  private static final int AT_ONCE = 500;

  private final AuditTrail trail;
  private final EncounterViews views;
  private final Clinician clinician;

  AuditResource(AuditTrail trail, EncounterViews views, Clinician clinician) {
    this.trail = trail;
    this.views = views;
    this.clinician = clinician;
  }

  /**
   * A part of the trail, oldest first.
   *
   * @param next give it as {@code after} to read on; null at the end
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Trail(List<Entry> entries, @Nullable Long next) {}

  /**
   * One thing that was done.
   *
   * @param number in the trail of the clinic
   */
  public record Entry(long number, Instant at, String actor, String action, String detail) {}

  @GET
  public Uni<Trail> get(String id, @RestQuery @Nullable String after) {
    Caller caller = clinician.callerWith(Role.CLINICIAN, Role.AUDITOR);
    EncounterId encounterId = idOf(id);
    long position = position(after);
    return views
        .auditable(caller, encounterId)
        .map(EncounterProblems::found)
        .chain(() -> trail.read(encounterId, position, AT_ONCE))
        .map(AuditResource::trail);
  }

  private static long position(@Nullable String after) {
    if (after == null) {
      return 0;
    }
    if (!after.matches("\\d{1,18}")) {
      throw new ProblemException(
          EncounterProblems.invalid(Map.of("after", "Give next of the part before.")));
    }
    return Long.parseLong(after);
  }

  private static Trail trail(List<Recorded> recorded) {
    List<Entry> entries = recorded.stream().map(AuditResource::entry).toList();
    return new Trail(entries, entries.size() < AT_ONCE ? null : entries.getLast().number());
  }

  private static Entry entry(Recorded recorded) {
    return new Entry(
        recorded.number(),
        recorded.entry().at(),
        recorded.entry().actor(),
        recorded.entry().action().code(),
        recorded.entry().detail());
  }
}
