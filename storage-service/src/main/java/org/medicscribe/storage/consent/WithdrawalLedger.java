package org.medicscribe.storage.consent;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.consent.WithdrawalFile.Written;
import org.medicscribe.storage.encounter.Consent.GivenBy;
import org.medicscribe.storage.encounter.Consent.Method;
import org.medicscribe.storage.outage.AfterMigration;
import org.medicscribe.storage.outage.Outages;
import org.medicscribe.storage.outage.Schema;

/**
 * Keeps withdrawals where a restore does not reach, beside the heads of the audit trail, and
 * carries out again, before anybody may ask, those that the restored database does not know of.
 */
@ApplicationScoped
class WithdrawalLedger implements AfterMigration {

  private static final Logger LOG = Logger.getLogger(WithdrawalLedger.class);
  private static final int AT_ONCE = 500;
  private static final Duration DATABASE_TIMEOUT = Duration.ofSeconds(30);

  private final Schema schema;
  private final Pool pool;
  private final Consents consents;
  private final WithdrawalFile file;
  private final ExecutorService workers;

  WithdrawalLedger(
      Schema schema, Pool pool, Consents consents, WithdrawalFile file, ExecutorService workers) {
    this.schema = schema;
    this.pool = pool;
    this.consents = consents;
    this.file = file;
    this.workers = workers;
  }

  /** As after a restore, which cannot be told from any other start. */
  @Override
  public void run() throws IOException {
    long[] again = {0};
    long broken = file.read(written -> again[0] += withdrawAgain(written) ? 1 : 0);
    if (again[0] > 0) {
      LOG.warnf("carried out withdrawals that the database did not know of: visits=%s", again[0]);
    }
    if (broken > 0) {
      LOG.errorf("withdrawals that are not as they were written: lines=%s", broken);
    }
  }

  private boolean withdrawAgain(Written written) {
    return isUnknown(written.id())
        && consents.withdrawAgain(written).await().atMost(DATABASE_TIMEOUT);
  }

  /** Nearly all are known; a look takes no lock. */
  private boolean isUnknown(EncounterId id) {
    return pool.preparedQuery(
            "select exists (select from encounter where id = $1 and withdrawn_at is null)")
        .execute(Tuple.of(id.value()))
        .map(rows -> rows.iterator().next().getBoolean(0))
        .await()
        .atMost(DATABASE_TIMEOUT);
  }

  @Scheduled(
      every = "5s",
      identity = "withdrawals",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  Uni<Void> keep() {
    return schema
        .ready()
        .chain(this::notWritten)
        .chain(this::write)
        .onFailure()
        .invoke(failure ->
            LOG.errorf(
                "withdrawals not written down: errorKind=EXTERNAL cause=%s",
                Outages.kindOf(failure)))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<List<Written>> notWritten() {
    return pool.preparedQuery(
            """
            select e.id, c.recorded_at, c.method, c.given_by, c.recorded_by
            from encounter e join lateral (
              select * from consent where encounter_id = e.id and decision = 'WITHDRAWN'
              order by number limit 1) c on true
            where e.withdrawn_at is not null and not e.withdrawal_written
            order by e.withdrawn_at limit $1\
            """)
        .execute(Tuple.of(AT_ONCE))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(WithdrawalLedger::written)
                .toList());
  }

  private static Written written(Row row) {
    return new Written(
        new EncounterId(row.getUUID("id")),
        row.getOffsetDateTime("recorded_at").toInstant(),
        Method.valueOf(row.getString("method")),
        GivenBy.valueOf(row.getString("given_by")),
        row.getString("recorded_by"));
  }

  private Uni<Void> write(List<Written> withdrawals) {
    if (withdrawals.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    UUID[] ids = withdrawals.stream().map(each -> each.id().value()).toArray(UUID[]::new);
    return Uni.createFrom()
        .voidItem()
        .emitOn(workers)
        .invoke(Unchecked.consumer(nothing -> file.append(withdrawals)))
        .chain(() ->
            pool.preparedQuery("update encounter set withdrawal_written = true where id = any($1)")
                .execute(Tuple.tuple().addArrayOfUUID(ids)))
        .replaceWithVoid();
  }
}
