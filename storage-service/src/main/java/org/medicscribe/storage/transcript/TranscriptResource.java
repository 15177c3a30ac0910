package org.medicscribe.storage.transcript;

import static org.medicscribe.storage.encounter.EncounterProblems.idOf;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.encounter.Clinician;
import org.medicscribe.storage.encounter.EncounterProblems;
import org.medicscribe.storage.encounter.EncounterViews;

/** The transcript as far as it is. */
@Path("/api/encounters/{id}/transcript")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class TranscriptResource {

  private final TranscriptRepository transcripts;
  private final EncounterViews views;
  private final Clinician clinician;

  TranscriptResource(TranscriptRepository transcripts, EncounterViews views, Clinician clinician) {
    this.transcripts = transcripts;
    this.views = views;
    this.clinician = clinician;
  }

  @GET
  public Uni<Transcript> get(String id) {
    Caller caller = clinician.caller();
    EncounterId encounterId = idOf(id);
    return views
        .find(caller, encounterId)
        .map(EncounterProblems::found)
        .chain(() -> transcripts.read(encounterId));
  }
}
