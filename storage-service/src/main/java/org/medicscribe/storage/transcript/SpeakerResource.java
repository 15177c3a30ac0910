package org.medicscribe.storage.transcript;

import static org.medicscribe.storage.encounter.EncounterProblems.idOf;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.catalogue.ProblemType;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.edge.problem.Problem;
import org.medicscribe.edge.problem.ProblemException;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.SoapNote.SpeakerRole;
import org.medicscribe.storage.encounter.Clinician;
import org.medicscribe.storage.encounter.EncounterProblems;

/** Who the voices of a visit are, as persons say. */
@Path("/api/encounters/{id}/speakers")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class SpeakerResource {

  private static final Problem NO_SPEAKER = Problem.of(ProblemType.SPEAKER_NOT_FOUND);

  private final Corrections corrections;
  private final Clinician clinician;

  SpeakerResource(Corrections corrections, Clinician clinician) {
    this.corrections = corrections;
    this.clinician = clinician;
  }

  /** The body. */
  public record Named(@Nullable SpeakerRole role) {}

  @PUT
  @Path("/{label}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Map<String, Speaker>> name(String id, String label, @Nullable Named body) {
    Caller caller = clinician.caller();
    EncounterId encounterId = idOf(id);
    if (body == null || body.role() == null) {
      throw new ProblemException(
          EncounterProblems.invalid(
              Map.of("role", "Say clinician, patient, companion, interpreter or other.")));
    }
    return corrections
        .name(caller, encounterId, label, body.role())
        .map(EncounterProblems::valueOf)
        .map(speakers -> speakers.orElseThrow(() -> new ProblemException(NO_SPEAKER)));
  }
}
