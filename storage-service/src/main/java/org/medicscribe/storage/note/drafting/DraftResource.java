package org.medicscribe.storage.note.drafting;

import static org.medicscribe.storage.encounter.EncounterProblems.idOf;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.edge.problem.ProblemException;
import org.medicscribe.events.NoteRequestId;
import org.medicscribe.events.NoteTemplate;
import org.medicscribe.events.ShippedTemplates;
import org.medicscribe.storage.encounter.Clinician;
import org.medicscribe.storage.encounter.EncounterProblems;
import org.medicscribe.storage.encounter.NewEncounter;
import org.medicscribe.storage.note.drafting.NoteRequests.Asked;
import org.medicscribe.storage.note.versions.NoteProblems;

/** Drafts of an encounter's note, asked for. */
@Path("/api/encounters/{id}/notes")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class DraftResource {

  private final NoteRequests requests;
  private final Clinician clinician;

  DraftResource(NoteRequests requests, Clinician clinician) {
    this.requests = requests;
    this.clinician = clinician;
  }

  /**
   * The body of a request.
   *
   * @param template null for the one of the visit
   */
  public record Wanted(@Nullable String template) {}

  /** The answer to a request. */
  public record Accepted(NoteRequestId noteRequestId) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<RestResponse<Accepted>> request(String id, @Nullable Wanted wanted) {
    Caller caller = clinician.caller();
    return requests
        .again(caller, idOf(id), chosen(wanted))
        .map(EncounterProblems::valueOf)
        .map(asked ->
            switch (asked) {
              case Asked.Awaited(NoteRequestId noteRequestId) ->
                  RestResponse.status(RestResponse.Status.ACCEPTED, new Accepted(noteRequestId));
              case Asked.TooMany() -> throw new ProblemException(NoteProblems.tooManyDrafts());
            });
  }

  /** Empty for the one of the visit. */
  private static Optional<NoteTemplate> chosen(@Nullable Wanted wanted) {
    if (wanted == null || wanted.template() == null) {
      return Optional.empty();
    }
    Optional<NoteTemplate> template = ShippedTemplates.find(wanted.template());
    if (template.isEmpty()) {
      throw new ProblemException(
          EncounterProblems.invalid(Map.of("template", NewEncounter.TEMPLATES)));
    }
    return template;
  }
}
