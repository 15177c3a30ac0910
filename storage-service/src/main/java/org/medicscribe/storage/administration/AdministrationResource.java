package org.medicscribe.storage.administration;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.edge.identity.Role;
import org.medicscribe.edge.problem.ProblemException;
import org.medicscribe.storage.administration.HandOvers.Done;
import org.medicscribe.storage.administration.HandOvers.Member;
import org.medicscribe.storage.encounter.Clinician;
import org.medicscribe.storage.encounter.EncounterProblems;
import org.medicscribe.storage.encounter.Encounters.HandOver;
import org.medicscribe.storage.text.AccessReason;
import org.medicscribe.storage.text.WrittenText;

/** For the administrators of a clinic. Shows people and numbers, and nothing of a patient. */
@Path("/api/administration")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class AdministrationResource {

  private static final int SUBJECT_LENGTH = 255;

  private final HandOvers handOvers;
  private final Clinician clinician;

  AdministrationResource(HandOvers handOvers, Clinician clinician) {
    this.handOvers = handOvers;
    this.clinician = clinician;
  }

  /** The people of the clinic. */
  public record People(List<Member> people) {}

  /** Whose visits become whose, and why. */
  public record Order(@Nullable String from, @Nullable String to, @Nullable String reason) {
    @Override
    public String toString() {
      return "Order";
    }
  }

  @GET
  @Path("/people")
  public Uni<People> people() {
    return handOvers.people(administrator().tenant()).map(People::new);
  }

  @POST
  @Path("/hand-overs")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Done> handOver(@Nullable Order given) {
    Caller caller = administrator();
    Order order = given == null ? new Order(null, null, null) : given;
    Optional<String> from = WrittenText.of(order.from(), SUBJECT_LENGTH);
    Optional<String> to =
        WrittenText.of(order.to(), SUBJECT_LENGTH).filter(s -> !from.equals(Optional.of(s)));
    Optional<String> reason = AccessReason.of(order.reason());
    if (from.isEmpty() || to.isEmpty() || reason.isEmpty()) {
      throw invalid(from.isEmpty(), to.isEmpty(), reason.isEmpty());
    }
    return handOvers
        .isClinician(caller.tenant(), to.get())
        .invoke(known -> {
          if (!known) {
            throw invalid(false, true, false);
          }
        })
        .chain(() -> handOvers.carryOut(new HandOver(caller, from.get(), to.get()), reason.get()));
  }

  private Caller administrator() {
    return clinician.callerWith(Role.ADMINISTRATOR);
  }

  private static ProblemException invalid(boolean from, boolean to, boolean reason) {
    Map<String, String> wrong = new TreeMap<>();
    if (from) {
      wrong.put("from", "Say whose visits they are.");
    }
    if (to) {
      wrong.put("to", "Choose another clinician, who has signed in here before.");
    }
    if (reason) {
      wrong.put("reason", AccessReason.ADVICE);
    }
    return new ProblemException(EncounterProblems.invalid(wrong));
  }
}
