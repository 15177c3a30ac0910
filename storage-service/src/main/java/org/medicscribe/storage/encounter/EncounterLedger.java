package org.medicscribe.storage.encounter;

import com.github.f4b6a3.uuid.UuidCreator;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.medicscribe.edge.catalogue.ProblemType;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.EncounterState;
import org.medicscribe.events.LiveEvent.EncounterChanged;
import org.medicscribe.storage.audit.AuditEntry;
import org.medicscribe.storage.audit.AuditEntry.Action;
import org.medicscribe.storage.audit.AuditTrail;
import org.medicscribe.storage.outbox.Outbox;
import org.medicscribe.storage.outbox.OutboxMessage;
import org.medicscribe.storage.outbox.OutboxPublisher;

/**
 * The one way to change something about an encounter: under its row lock, in one transaction. After
 * the change the state is worked out from the facts again and, if it is another, told.
 */
@ApplicationScoped
public class EncounterLedger {

  /** A change within the transaction; may be run again after an outage. */
  @FunctionalInterface
  public interface Change<T> {
    Uni<T> apply(Page page);
  }

  /** The encounter as locked, and what a change of it leaves behind. */
  public final class Page {

    private final SqlConnection tx;
    private final LockedEncounter encounter;
    private final Context trace;

    private Page(SqlConnection tx, LockedEncounter encounter, Context trace) {
      this.tx = tx;
      this.encounter = encounter;
      this.trace = trace;
    }

    public SqlConnection tx() {
      return tx;
    }

    public LockedEncounter encounter() {
      return encounter;
    }

    /** Writes about the visit, unless nothing may be written any more. */
    public <T> Uni<Answer<T>> unlessRefused(Supplier<Uni<T>> writing) {
      return encounter
          .writingRefused()
          .map(refusal -> Uni.createFrom().item(Answer.<T>refused(refusal)))
          .orElseGet(() -> writing.get().map(Answer::granted));
    }

    /** Publishes the message once the transaction has committed. */
    public Uni<Void> tell(OutboxMessage message) {
      return outbox.append(tx, message, trace);
    }

    /** For what happens in bursts: adds to the audit trail unless it says the same since then. */
    public Uni<Void> auditOnce(Instant since, Instant at, String actor, Action action) {
      return audit
          .hasSince(tx, encounter.id(), actor, action, since)
          .chain(known -> known ? Uni.createFrom().voidItem() : audit(at, actor, action, ""));
    }

    /** Adds to the audit trail; to be done last, because it locks the clinic's chain. */
    public Uni<Void> audit(Instant at, String actor, Action action, String detail) {
      return audit.append(
          tx, new AuditEntry(encounter.tenant(), at, actor, action, encounter.id(), detail));
    }
  }

  private final Pool pool;
  private final EncounterRepository encounters;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final OutboxPublisher publisher;

  EncounterLedger(
      Pool pool,
      EncounterRepository encounters,
      Outbox outbox,
      AuditTrail audit,
      OutboxPublisher publisher) {
    this.pool = pool;
    this.encounters = encounters;
    this.outbox = outbox;
    this.audit = audit;
    this.publisher = publisher;
  }

  Uni<EncounterId> open(Caller owner, NewEncounter encounter, Instant now) {
    EncounterId id = new EncounterId(UuidCreator.getTimeOrderedEpoch());
    AuditEntry entry =
        new AuditEntry(owner.tenant(), now, owner.subject(), Action.ENCOUNTER_CREATED, id, "");
    return pool.withTransaction(tx ->
            encounters.insert(tx, id, owner, encounter, now).chain(() -> audit.append(tx, entry)))
        .replaceWith(id);
  }

  /**
   * For what Kafka brings; empty when there is no such encounter. What it leads to is told in the
   * trace that is current now.
   */
  public <T> Uni<Optional<T>> change(EncounterId id, Change<T> change) {
    Context trace = Context.current();
    return pool.withTransaction(tx ->
            encounters
                .lock(tx, id)
                .chain(found ->
                    found.isEmpty()
                        ? Uni.createFrom().item(Optional.<T>empty())
                        : change
                            .apply(new Page(tx, found.get(), trace))
                            .call(() -> settle(tx, found.get(), trace))
                            .map(Optional::of)))
        .invoke(publisher::wake);
  }

  /** For what a person wants; somebody else's encounter is refused as if there were none. */
  public <T> Uni<Answer<T>> changeFor(Caller caller, EncounterId id, Change<Answer<T>> change) {
    Change<Answer<T>> guarded =
        page ->
            page.encounter().belongsTo(caller)
                ? change.apply(page)
                : Uni.createFrom().item(Answer.refused(ProblemType.ENCOUNTER_NOT_FOUND));
    return change(id, guarded)
        .map(answer -> answer.orElseGet(() -> Answer.refused(ProblemType.ENCOUNTER_NOT_FOUND)));
  }

  private Uni<Void> settle(SqlConnection tx, LockedEncounter before, Context trace) {
    return encounters
        .facts(tx, before.id())
        .chain(facts -> {
          EncounterState state = facts.state();
          if (state == before.state()) {
            return Uni.createFrom().voidItem();
          }
          OutboxMessage changed = OutboxMessage.of(new EncounterChanged(before.id(), state));
          return encounters
              .setState(tx, before.id(), state)
              .chain(() -> outbox.append(tx, changed, trace));
        });
  }
}
