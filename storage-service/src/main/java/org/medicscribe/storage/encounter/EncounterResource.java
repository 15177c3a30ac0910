package org.medicscribe.storage.encounter;

import static org.medicscribe.storage.encounter.EncounterProblems.idOf;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.edge.problem.ProblemException;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.encounter.EncounterViews.Listing;

/** Encounters: created, listed, shown, and their recording claimed. */
@Path("/api/encounters")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class EncounterResource {

  private static final Pattern RECORDER_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final Encounters encounters;
  private final EncounterViews views;
  private final Clinician clinician;
  private final Clock clock;

  EncounterResource(Encounters encounters, EncounterViews views, Clinician clinician, Clock clock) {
    this.encounters = encounters;
    this.views = views;
    this.clinician = clinician;
    this.clock = clock;
  }

  /** The body of a claim. */
  public record ClaimRequest(@Nullable String recorderId, boolean takeOver, boolean whole) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<RestResponse<Encounter>> create(NewEncounter.@Nullable Request request) {
    Caller caller = clinician.caller();
    NewEncounter encounter =
        switch (NewEncounter.check(present(request), PatientResource.today(clock))) {
          case NewEncounter.Checked.Valid(NewEncounter valid) -> valid;
          case NewEncounter.Checked.Invalid(Map<String, String> fields) ->
              throw new ProblemException(EncounterProblems.invalid(fields));
        };
    return encounters
        .create(caller, encounter)
        .chain(id -> show(caller, id))
        .map(shown ->
            RestResponse.ResponseBuilder.<Encounter>created(
                    URI.create("/api/encounters/" + shown.id()))
                .entity(shown)
                .build());
  }

  @GET
  public Uni<Listing> list(
      @RestQuery @Nullable String state,
      @RestQuery @Nullable String from,
      @RestQuery @Nullable String to,
      @RestQuery @Nullable String cursor,
      @RestQuery @Nullable String limit) {
    return listed(new EncounterQuery.Parameters(state, null, from, to, cursor, limit));
  }

  /** The same by a part of the patient label, which no address may hold: they stand in logs. */
  @POST
  @Path("/search")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Listing> search(EncounterQuery.@Nullable Parameters wanted) {
    return listed(present(wanted));
  }

  private Uni<Listing> listed(EncounterQuery.Parameters given) {
    Caller caller = clinician.caller();
    return switch (EncounterQuery.check(given)) {
      case EncounterQuery.Checked.Valid(EncounterQuery query) -> views.list(caller, query);
      case EncounterQuery.Checked.Invalid(Map<String, String> fields) ->
          throw new ProblemException(EncounterProblems.invalid(fields));
    };
  }

  @GET
  @Path("/{id}")
  public Uni<Encounter> get(String id) {
    return show(clinician.caller(), idOf(id));
  }

  /** For gateways: may this recorder send the encounter's audio? */
  @PUT
  @Path("/{id}/recorder")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Encounter> claim(String id, @Nullable ClaimRequest request) {
    Caller caller = clinician.caller();
    EncounterId encounterId = idOf(id);
    ClaimRequest asked = present(request);
    String recorderId = asked.recorderId();
    if (recorderId == null || !RECORDER_ID.matcher(recorderId).matches()) {
      throw new ProblemException(
          EncounterProblems.invalid(
              Map.of("recorderId", "Give 1 to 64 letters, digits, dots, dashes, underscores.")));
    }
    RecorderClaim claim = new RecorderClaim(recorderId, asked.takeOver(), asked.whole());
    return encounters
        .claim(caller, encounterId, claim)
        .map(EncounterProblems::valueOf)
        .chain(claimed -> show(caller, claimed));
  }

  private Uni<Encounter> show(Caller caller, EncounterId id) {
    return views.find(caller, id).map(EncounterProblems::found);
  }

  static <T> T present(@Nullable T body) {
    if (body == null) {
      throw new ProblemException(EncounterProblems.invalid(Map.of("body", "Send a JSON object.")));
    }
    return body;
  }
}
