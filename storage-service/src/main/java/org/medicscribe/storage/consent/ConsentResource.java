package org.medicscribe.storage.consent;

import static org.medicscribe.storage.encounter.EncounterProblems.idOf;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.catalogue.Limit;
import org.medicscribe.edge.problem.ProblemException;
import org.medicscribe.storage.encounter.Clinician;
import org.medicscribe.storage.encounter.Consent;
import org.medicscribe.storage.encounter.EncounterProblems;
import org.medicscribe.storage.text.WrittenText;

/** Decisions about being recorded. */
@Path("/api/encounters/{id}/consent")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class ConsentResource {

  private static final int WORDING_LENGTH = Limit.CONSENT_WORDING.most();

  private final Consents consents;
  private final Clinician clinician;
  private final Clock clock;

  ConsentResource(Consents consents, Clinician clinician, Clock clock) {
    this.consents = consents;
    this.clinician = clinician;
    this.clock = clock;
  }

  /** The body, every field possibly absent. */
  public record Request(
      Consent.@Nullable Decision decision,
      Consent.@Nullable Method method,
      Consent.@Nullable GivenBy givenBy,
      @Nullable String wording) {
    @Override
    public String toString() {
      return "Request[" + decision + "]";
    }
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<RestResponse<Consent>> record(String id, @Nullable Request request) {
    Consent consent = checked(request, clock.instant());
    return consents
        .record(clinician.caller(), idOf(id), consent)
        .map(EncounterProblems::valueOf)
        .map(recorded -> RestResponse.status(RestResponse.Status.CREATED, recorded));
  }

  private static Consent checked(@Nullable Request request, Instant now) {
    if (request == null
        || request.decision() == null
        || request.method() == null
        || request.givenBy() == null) {
      throw new ProblemException(EncounterProblems.invalid(missing(request)));
    }
    String wording =
        request.wording() == null || request.wording().isBlank()
            ? null
            : WrittenText.of(request.wording(), WORDING_LENGTH)
                .orElseThrow(() ->
                    new ProblemException(
                        EncounterProblems.invalid(
                            Map.of(
                                "wording",
                                "Give at most " + WORDING_LENGTH + " characters of text."))));
    return new Consent(request.decision(), request.method(), request.givenBy(), wording, now);
  }

  private static Map<String, String> missing(@Nullable Request request) {
    Map<String, String> missing = new TreeMap<>();
    if (request == null || request.decision() == null) {
      missing.put("decision", "Say granted or withdrawn.");
    }
    if (request == null || request.method() == null) {
      missing.put("method", "Say spoken, written or on-file.");
    }
    if (request == null || request.givenBy() == null) {
      missing.put("givenBy", "Say patient or representative.");
    }
    return missing;
  }
}
