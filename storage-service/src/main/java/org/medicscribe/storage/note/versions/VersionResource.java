package org.medicscribe.storage.note.versions;

import static org.medicscribe.storage.encounter.EncounterProblems.idOf;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.encounter.Clinician;
import org.medicscribe.storage.encounter.EncounterProblems;
import org.medicscribe.storage.encounter.EncounterViews;
import org.medicscribe.storage.note.NoteVersion;

/** The history of an encounter's note. */
@Path("/api/encounters/{id}/notes")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class VersionResource {

  private final NoteHistory history;
  private final EncounterViews views;
  private final Clinician clinician;

  VersionResource(NoteHistory history, EncounterViews views, Clinician clinician) {
    this.history = history;
    this.views = views;
    this.clinician = clinician;
  }

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

  private Uni<EncounterId> seen(String id) {
    EncounterId encounterId = idOf(id);
    return views
        .find(clinician.caller(), encounterId)
        .map(EncounterProblems::found)
        .replaceWith(encounterId);
  }
}
