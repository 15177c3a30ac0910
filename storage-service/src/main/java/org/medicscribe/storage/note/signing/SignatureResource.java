package org.medicscribe.storage.note.signing;

import static org.medicscribe.storage.encounter.EncounterProblems.idOf;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.catalogue.Limit;
import org.medicscribe.edge.catalogue.ProblemType;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.edge.problem.Problem;
import org.medicscribe.edge.problem.ProblemException;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.encounter.Clinician;
import org.medicscribe.storage.encounter.EncounterProblems;
import org.medicscribe.storage.note.Addendum;
import org.medicscribe.storage.note.Precondition;
import org.medicscribe.storage.note.Signature;
import org.medicscribe.storage.note.versions.NoteProblems;
import org.medicscribe.storage.text.WrittenText;

/** Signs the note of an encounter, and adds to it afterwards. */
@Path("/api/encounters/{id}/note")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class SignatureResource {

  private final Signing signing;
  private final Addenda addenda;
  private final Clinician clinician;

  SignatureResource(Signing signing, Addenda addenda, Clinician clinician) {
    this.signing = signing;
    this.addenda = addenda;
    this.clinician = clinician;
  }

  /** The body of a signature: the words that the person was shown. */
  public record Attested(@Nullable String attestation) {}

  /** The body of an addendum. */
  public record Written(@Nullable String text) {
    @Override
    public String toString() {
      return "Written";
    }
  }

  @POST
  @Path("/signature")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<RestResponse<Signature>> sign(
      String id,
      @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Nullable Attested body) {
    Caller caller = clinician.caller();
    EncounterId encounterId = idOf(id);
    Precondition seen =
        NoteProblems.found(Precondition.of(ifMatch, null), NoteProblems.preconditionRequired());
    String attestation =
        text(body == null ? null : body.attestation(), "attestation", Limit.ATTESTATION);
    return signing
        .sign(caller, encounterId, seen, attestation)
        .map(EncounterProblems::valueOf)
        .map(outcome -> RestResponse.status(Status.CREATED, signatureOf(outcome)));
  }

  @POST
  @Path("/addenda")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<RestResponse<Addendum>> add(String id, @Nullable Written body) {
    Caller caller = clinician.caller();
    EncounterId encounterId = idOf(id);
    String text = text(body == null ? null : body.text(), "text", Limit.ADDENDUM);
    return addenda
        .add(caller, encounterId, text)
        .map(EncounterProblems::valueOf)
        .map(addendum -> RestResponse.status(Status.CREATED, addendum));
  }

  private static Signature signatureOf(Signing.Outcome outcome) {
    return switch (outcome) {
      case Signing.Outcome.Signed(Signature signature) -> signature;
      case Signing.Outcome.NoNote() -> throw new ProblemException(NoteProblems.noNote());
      case Signing.Outcome.Outdated(int version) ->
          throw new ProblemException(NoteProblems.changed(version));
      case Signing.Outcome.Unresolved(List<String> unsupported, List<String> omissions) ->
          throw new ProblemException(
              Problem.of(ProblemType.NOTE_UNRESOLVED)
                  .with("unsupported", unsupported)
                  .with("omissions", omissions));
    };
  }

  private static String text(@Nullable String given, String field, Limit longest) {
    return WrittenText.of(given, longest.most())
        .orElseThrow(() ->
            new ProblemException(
                EncounterProblems.invalid(
                    Map.of(field, "Give 1 to " + longest.most() + " characters."))));
  }
}
