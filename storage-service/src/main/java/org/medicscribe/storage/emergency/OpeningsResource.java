package org.medicscribe.storage.emergency;

import static org.medicscribe.storage.encounter.EncounterProblems.idOf;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.medicscribe.storage.emergency.EmergencyAccess.Standing;
import org.medicscribe.storage.encounter.Clinician;
import org.medicscribe.storage.encounter.EncounterProblems;

/** Who has opened a visit in an emergency; for its owner, and for who has. */
@Path("/api/encounters/{id}/emergency-access")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class OpeningsResource {

  private final EmergencyAccess access;
  private final Clinician clinician;

  OpeningsResource(EmergencyAccess access, Clinician clinician) {
    this.access = access;
    this.clinician = clinician;
  }

  @GET
  public Uni<Standing> get(String id) {
    return access.standing(clinician.caller(), idOf(id)).map(EncounterProblems::found);
  }
}
