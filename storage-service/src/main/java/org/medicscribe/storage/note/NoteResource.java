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
import org.medicscribe.storage.note.NoteRequests.Asked;

/** The history of an encounter's note: its versions, and drafts asked for. */
@Path("/api/encounters/{id}/notes")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class NoteResource {

  private final NoteRequests requests;
  private final NoteHistory history;
  private final EncounterViews views;
  private final Clinician clinician;

  NoteResource(
      NoteRequests requests, NoteHistory history, EncounterViews views, Clinician clinician) {
    this.requests = requests;
    this.history = history;
    this.views = views;
    this.clinician = clinician;
  }

  /** The body of a request. */
  public record Wanted(@Nullable String template) {}

  /** The answer to a request. */
  public record Accepted(NoteRequestId noteRequestId) {}

  @GET
  public Uni<NoteVersions> list(String id) {
    return seen(id).chain(history::list);
  }

  @GET
  @Path("/{version:\\d{1,9}}")
  public Uni<NoteVersion> version(String id, int version) {
    return seen(id)
        .chain(encounterId -> history.version(encounterId, version))
        .map(found -> NoteProblems.found(found, NoteProblems.noVersion()));
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
        .map(asked ->
            switch (asked) {
              case Asked.Awaited(NoteRequestId noteRequestId) ->
                  RestResponse.status(RestResponse.Status.ACCEPTED, new Accepted(noteRequestId));
              case Asked.TooMany() -> throw new ProblemException(NoteProblems.tooManyDrafts());
            });
  }

  private Uni<EncounterId> seen(String id) {
    EncounterId encounterId = idOf(id);
    return views
        .find(clinician.caller(), encounterId)
        .map(EncounterProblems::found)
        .replaceWith(encounterId);
  }
}
