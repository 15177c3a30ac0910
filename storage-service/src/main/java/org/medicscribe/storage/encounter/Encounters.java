package org.medicscribe.storage.encounter;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.medicscribe.edge.catalogue.ProblemType;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.events.AudioEvent.RecorderChanged;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.EncounterState;
import org.medicscribe.events.LiveEvent.RecorderClaimed;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.storage.audit.AuditEntry.Action;
import org.medicscribe.storage.outbox.OutboxMessage;

/** Creates visits, lends their recording to one recorder at a time, and closes it. */
@ApplicationScoped
public class Encounters {

  private final EncounterLedger ledger;
  private final EncounterRepository encounters;
  private final EncounterConfig config;
  private final Clock clock;

  Encounters(
      EncounterLedger ledger, EncounterRepository encounters, EncounterConfig config, Clock clock) {
    this.ledger = ledger;
    this.encounters = encounters;
    this.config = config;
    this.clock = clock;
  }

  public Uni<EncounterId> create(Caller owner, NewEncounter encounter) {
    return ledger.open(owner, encounter, clock.instant());
  }

  /** PostgreSQL decides between recorders, so that any gateway may ask. */
  public Uni<Answer<EncounterId>> claim(Caller caller, EncounterId id, RecorderClaim claim) {
    return ledger.changeFor(
        caller,
        id,
        page -> {
          Instant now = clock.instant();
          Optional<ProblemType> refusal =
              claim.refusal(page.encounter().desk(), now, config.silence());
          if (refusal.isPresent()) {
            return Uni.createFrom().item(Answer.refused(refusal.get()));
          }
          String recorderId = claim.recorderId();
          return encounters
              .claim(page.tx(), id, claim, now)
              .chain(number ->
                  page.tell(OutboxMessage.of(new RecorderClaimed(id, recorderId, number))))
              .chain(() -> page.audit(now, caller.subject(), Action.RECORDER_CLAIMED, recorderId))
              .replaceWith(Answer.granted(id));
        });
  }

  /**
   * Gives a visit of one person to another; whether it did. What is being recorded stays with who
   * records it.
   */
  public Uni<Boolean> handOver(EncounterId id, HandOver order) {
    return ledger
        .change(
            id,
            page -> {
              LockedEncounter encounter = page.encounter();
              if (!encounter.tenant().equals(order.by().tenant())
                  || !encounter.owner().equals(order.from())
                  || encounter.state() == EncounterState.RECORDING) {
                return Uni.createFrom().item(false);
              }
              return encounters
                  .setOwner(page.tx(), id, order.to())
                  .chain(() ->
                      page.audit(
                          clock.instant(),
                          order.by().subject(),
                          Action.HANDED_OVER,
                          "from %s to %s".formatted(order.from(), order.to())))
                  .replaceWith(true);
            })
        .map(moved -> moved.orElse(false));
  }

  /**
   * @param by an administrator
   * @param from the subject of whose visits they were
   * @param to the subject of whose they become, in the same clinic
   */
  public record HandOver(Caller by, String from, String to) {}

  /** Somebody sends audio, claimed or not. */
  public Uni<Void> started(EncounterLedger.Page page, Instant now) {
    return encounters.start(page.tx(), page.encounter().id(), now);
  }

  /** All that earlier recorders have sent is stored, and ends there. */
  public Uni<Void> changed(EncounterLedger.Page page, RecorderChanged changed, SampleIndex end) {
    return encounters.beginRecorder(page.tx(), page.encounter().id(), changed.claim(), end);
  }

  /** The recording has ended as the event says; empty when there is no such encounter. */
  public Uni<Optional<EncounterId>> stop(EncounterId id, RecordingStopped stopped) {
    return ledger.change(id, page -> encounters.stop(page.tx(), id, stopped).replaceWith(id));
  }
}
