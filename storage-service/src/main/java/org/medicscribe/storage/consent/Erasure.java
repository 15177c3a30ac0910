package org.medicscribe.storage.consent;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.audio.vault.AudioVault;
import org.medicscribe.storage.audit.AuditEntry;
import org.medicscribe.storage.audit.AuditEntry.Action;
import org.medicscribe.storage.encounter.EncounterLedger;
import org.medicscribe.storage.encounter.EncounterLedger.Page;
import org.medicscribe.storage.note.signing.NotesFolder;
import org.medicscribe.storage.outage.Outages;
import org.medicscribe.storage.outage.Schema;

/**
 * Deletes the files of withdrawn encounters: right after the withdrawal, and again on a clock until
 * it has succeeded. Replicas may do it twice; deleting twice is deleting.
 */
@ApplicationScoped
class Erasure {

  private static final Logger LOG = Logger.getLogger(Erasure.class);
  private static final int AT_ONCE = 20;

  private final Schema schema;
  private final ConsentRepository consents;
  private final EncounterLedger ledger;
  private final Files files;
  private final Clock clock;

  /** Where files of encounters lie. Blocking. */
  @ApplicationScoped
  static class Files {

    private final AudioVault vault;
    private final NotesFolder notes;
    private final ExecutorService workers;

    Files(AudioVault vault, NotesFolder notes, ExecutorService workers) {
      this.vault = vault;
      this.notes = notes;
      this.workers = workers;
    }

    Uni<Void> erase(EncounterId id) {
      return Uni.createFrom()
          .voidItem()
          .emitOn(workers)
          .invoke(
              Unchecked.consumer(ready -> {
                vault.erase(id);
                notes.eraseDrafts(id);
              }));
    }
  }

  Erasure(
      Schema schema, ConsentRepository consents, EncounterLedger ledger, Files files, Clock clock) {
    this.schema = schema;
    this.consents = consents;
    this.ledger = ledger;
    this.files = files;
    this.clock = clock;
  }

  /** Starts at once; returns at once. */
  void wake() {
    run().subscribe().with(done -> {});
  }

  @Scheduled(
      every = "30s",
      identity = "erasure",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  Uni<Void> run() {
    return schema
        .ready()
        .chain(() -> consents.toErase(AT_ONCE))
        .onItem()
        .transformToMulti(ids -> Multi.createFrom().iterable(ids))
        .onItem()
        .transformToUniAndConcatenate(this::erase)
        .collect()
        .last()
        .replaceWithVoid()
        .onFailure()
        .invoke(failure ->
            LOG.errorf("erasure waits: errorKind=EXTERNAL cause=%s", Outages.kindOf(failure)))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<EncounterId> erase(EncounterId id) {
    return files.erase(id).chain(() -> ledger.change(id, this::note)).replaceWith(id);
  }

  private Uni<EncounterId> note(Page page) {
    EncounterId id = page.encounter().id();
    Instant now = clock.instant();
    return consents
        .erased(page.tx(), id, now)
        .chain(first ->
            first
                ? page.audit(now, AuditEntry.SYSTEM, Action.CONTENT_ERASED, "")
                : Uni.createFrom().voidItem())
        .replaceWith(id);
  }
}
