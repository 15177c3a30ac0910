package org.medicscribe.storage.encounter;

import static org.medicscribe.storage.encounter.EncounterProblems.idOf;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.edge.problem.ProblemException;
import org.medicscribe.events.EncounterId;

/** Who was treated. */
@Path("/api/encounters/{id}/patient")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class PatientResource {

  private final Patients patients;
  private final EncounterViews views;
  private final Clinician clinician;
  private final Clock clock;

  PatientResource(Patients patients, EncounterViews views, Clinician clinician, Clock clock) {
    this.patients = patients;
    this.views = views;
    this.clinician = clinician;
    this.clock = clock;
  }

  /** All of it at once; what is not sent is not known any more. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Encounter> put(String id, PatientIdentity.@Nullable Request request) {
    Caller caller = clinician.caller();
    EncounterId encounterId = idOf(id);
    PatientIdentity patient =
        switch (PatientIdentity.check(EncounterResource.present(request), today(clock))) {
          case PatientIdentity.Checked.Valid(PatientIdentity valid) -> valid;
          case PatientIdentity.Checked.Nobody() -> null;
          case PatientIdentity.Checked.Invalid(Map<String, String> fields) ->
              throw new ProblemException(EncounterProblems.invalid(fields));
        };
    return patients
        .put(caller, encounterId, patient)
        .map(EncounterProblems::valueOf)
        .chain(() -> views.find(caller, encounterId))
        .map(EncounterProblems::found);
  }

  /** Where the day is furthest on, a child of today is born. */
  static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14));
  }
}
