package org.medicscribe.storage.note.editing;

import static org.medicscribe.storage.encounter.EncounterProblems.idOf;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.edge.problem.ProblemException;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.encounter.Clinician;
import org.medicscribe.storage.encounter.Encounter;
import org.medicscribe.storage.encounter.EncounterProblems;
import org.medicscribe.storage.encounter.EncounterViews;
import org.medicscribe.storage.note.NoteEdit;
import org.medicscribe.storage.note.Precondition;
import org.medicscribe.storage.note.editing.NoteEdits.Saved;
import org.medicscribe.storage.note.versions.NoteProblems;

/** The working note of an encounter: read, and saved. */
@Path("/api/encounters/{id}/note")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class WorkingNoteResource {

  private final WorkingNotes notes;
  private final NoteEdits edits;
  private final EncounterViews views;
  private final Clinician clinician;

  WorkingNoteResource(
      WorkingNotes notes, NoteEdits edits, EncounterViews views, Clinician clinician) {
    this.notes = notes;
    this.edits = edits;
    this.views = views;
    this.clinician = clinician;
  }

  @GET
  public Uni<RestResponse<WorkingNote>> get(String id) {
    return encounter(id).chain(encounter -> noteOf(encounter.id())).map(note -> shown(note, note));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<RestResponse<WorkingNote>> save(
      String id,
      @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
      @Nullable EditRequest request) {
    Caller caller = clinician.caller();
    EncounterId encounterId = idOf(id);
    Precondition seen =
        NoteProblems.found(
            Precondition.of(ifMatch, ifNoneMatch), NoteProblems.preconditionRequired());
    return edits
        .save(caller, encounterId, seen, checked(request))
        .map(EncounterProblems::valueOf)
        .map(WorkingNoteResource::noteOf)
        .map(note -> shown(note, note));
  }

  private static WorkingNote noteOf(Saved saved) {
    return switch (saved) {
      case Saved.As(WorkingNote note) -> note;
      case Saved.NoNote() -> throw new ProblemException(NoteProblems.noNote());
      case Saved.Outdated(int version) -> throw new ProblemException(NoteProblems.changed(version));
      case Saved.Misfit(Map<String, String> fields) ->
          throw new ProblemException(EncounterProblems.invalid(fields));
    };
  }

  private Uni<Encounter> encounter(String id) {
    return views.find(clinician.caller(), idOf(id)).map(EncounterProblems::found);
  }

  private Uni<WorkingNote> noteOf(EncounterId id) {
    return notes.find(id).map(note -> NoteProblems.found(note, NoteProblems.noNote()));
  }

  private static <T> RestResponse<T> shown(WorkingNote note, T as) {
    return RestResponse.ResponseBuilder.ok(as)
        .header(HttpHeaders.ETAG, Precondition.tagOf(note.version()))
        .build();
  }

  private static NoteEdit checked(@Nullable EditRequest request) {
    EditRequest body = request == null ? new EditRequest(null, null) : request;
    return switch (EditCheck.check(body)) {
      case EditCheck.Checked.Valid(NoteEdit edit) -> edit;
      case EditCheck.Checked.Invalid(Map<String, String> fields) ->
          throw new ProblemException(EncounterProblems.invalid(fields));
    };
  }
}
