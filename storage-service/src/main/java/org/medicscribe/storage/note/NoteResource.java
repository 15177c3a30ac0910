package org.medicscribe.storage.note;

import static org.medicscribe.storage.encounter.EncounterProblems.idOf;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.edge.problem.ProblemException;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.NoteRequestId;
import org.medicscribe.storage.encounter.Clinician;
import org.medicscribe.storage.encounter.EncounterProblems;
import org.medicscribe.storage.encounter.EncounterViews;
import org.medicscribe.storage.encounter.NewEncounter;

/** The notes of an encounter: read, and asked for again. */
@Path("/api/encounters/{id}/notes")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class NoteResource {

  private final NoteRequests requests;
  private final NoteRepository notes;
  private final EncounterViews views;
  private final Clinician clinician;

  NoteResource(
      NoteRequests requests, NoteRepository notes, EncounterViews views, Clinician clinician) {
    this.requests = requests;
    this.notes = notes;
    this.views = views;
    this.clinician = clinician;
  }

  /** The body of a request. */
  public record Wanted(@Nullable String template) {}

  /** The answer to a request. */
  public record Accepted(NoteRequestId noteRequestId) {}

  @GET
  public Uni<NoteVersions> get(String id) {
    EncounterId encounterId = idOf(id);
    return views
        .find(clinician.caller(), encounterId)
        .map(EncounterProblems::found)
        .chain(() -> notes.versions(encounterId));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<RestResponse<Accepted>> request(String id, @Nullable Wanted wanted) {
    Caller caller = clinician.caller();
    String template = wanted == null || wanted.template() == null ? "soap" : wanted.template();
    if (!NewEncounter.isTemplate(template)) {
      throw new ProblemException(EncounterProblems.invalid(Map.of("template", "Choose soap.")));
    }
    return requests
        .again(caller, idOf(id), template)
        .map(EncounterProblems::valueOf)
        .map(noteRequestId ->
            RestResponse.status(RestResponse.Status.ACCEPTED, new Accepted(noteRequestId)));
  }
}
