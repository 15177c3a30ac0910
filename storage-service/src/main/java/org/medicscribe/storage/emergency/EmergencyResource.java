package org.medicscribe.storage.emergency;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.catalogue.Limit;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.edge.problem.ProblemException;
import org.medicscribe.storage.emergency.EmergencyAccess.Opened;
import org.medicscribe.storage.encounter.Clinician;
import org.medicscribe.storage.encounter.EncounterProblems;
import org.medicscribe.storage.text.AccessReason;
import org.medicscribe.storage.text.WrittenText;

/** For clinicians who need what a colleague has of a patient, now. */
@Path("/api/emergency-access")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class EmergencyResource {

  private final EmergencyAccess access;
  private final Clinician clinician;

  EmergencyResource(EmergencyAccess access, Clinician clinician) {
    this.access = access;
    this.clinician = clinician;
  }

  /** What is needed, and why. A label travels in a body, since addresses stand in logs. */
  public record Wanted(@Nullable String patientLabel, @Nullable String reason) {
    @Override
    public String toString() {
      return "Wanted";
    }
  }

  /** What is open now. */
  public record Visits(List<Opened> visits) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Visits> open(@Nullable Wanted wanted) {
    Caller caller = clinician.caller();
    Optional<String> label =
        WrittenText.of(wanted == null ? null : wanted.patientLabel(), Limit.PATIENT_LABEL.most());
    Optional<String> reason = AccessReason.of(wanted == null ? null : wanted.reason());
    if (label.isEmpty() || reason.isEmpty()) {
      Map<String, String> wrong = new TreeMap<>();
      if (label.isEmpty()) {
        wrong.put("patientLabel", "Give the label under which the visits are kept.");
      }
      if (reason.isEmpty()) {
        wrong.put("reason", AccessReason.ADVICE);
      }
      throw new ProblemException(EncounterProblems.invalid(wrong));
    }
    return access.open(caller, label.get(), reason.get()).map(Visits::new);
  }
}
