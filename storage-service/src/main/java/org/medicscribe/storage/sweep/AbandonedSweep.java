package org.medicscribe.storage.sweep;

import io.opentelemetry.context.Context;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.AudioEvent.StopReason;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.storage.audio.AudioIntake;
import org.medicscribe.storage.outage.Outages;
import org.medicscribe.storage.outbox.Outbox;
import org.medicscribe.storage.outbox.OutboxMessage;
import org.medicscribe.storage.outbox.OutboxPublisher;

/**
 * Closes recordings that nobody came back to. It says so in the audio's own topic, behind all audio
 * that is there, so every reader learns of the end in the same place. Any number of replicas may
 * sweep: a row is closed by one.
 *
 * <p>After a start or an outage it waits as long as a recording may be silent, so that audio which
 * waits in Kafka is not taken for silence.
 */
@Startup
@ApplicationScoped
public class AbandonedSweep {

  /** When a recording counts as abandoned. */
  @ConfigMapping(prefix = "medic-scribe.sweep")
  interface Config {

    /** Without audio and without a claim for this long; longer than any pause in a visit. */
    @WithDefault("1h")
    Duration abandonedAfter();

    /** How often to look. */
    @WithDefault("1m")
    Duration every();
  }

  private static final Logger LOG = Logger.getLogger(AbandonedSweep.class);
  private static final int AT_ONCE = 50;

  private final Pool pool;
  private final Outbox outbox;
  private final OutboxPublisher publisher;
  private final AudioIntake intake;
  private final Clock clock;
  private final Duration silence;
  private final Instant startedAt;

  AbandonedSweep(
      Pool pool,
      Outbox outbox,
      OutboxPublisher publisher,
      AudioIntake intake,
      Config config,
      Clock clock) {
    this.pool = pool;
    this.outbox = outbox;
    this.publisher = publisher;
    this.intake = intake;
    this.clock = clock;
    this.silence = config.abandonedAfter();
    this.startedAt = clock.instant();
  }

  @Scheduled(
      every = "${medic-scribe.sweep.every}",
      identity = "abandoned",
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  Uni<Void> sweep() {
    Instant deadline = clock.instant().minus(silence);
    Instant trustedFrom = intake.lastOutage().filter(startedAt::isBefore).orElse(startedAt);
    if (deadline.isBefore(trustedFrom)) {
      return Uni.createFrom().voidItem();
    }
    return pool.withTransaction(tx -> close(tx, deadline))
        .invoke(publisher::wake)
        .onFailure()
        .invoke(failure ->
            LOG.warnf("sweep waits: errorKind=EXTERNAL cause=%s", Outages.kindOf(failure)))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> close(SqlConnection tx, Instant deadline) {
    return tx.preparedQuery(
            """
            select e.id, coalesce(upper(a.stored), 0) as stored_end
            from encounter e left join audio a on a.encounter_id = e.id
            where e.state = 'RECORDING' and e.abandoned_at is null
              and greatest(e.claimed_at, a.heard_at) < $1
            order by e.id limit $2
            for update of e skip locked\
            """)
        .execute(Tuple.of(deadline.atOffset(ZoneOffset.UTC), AT_ONCE))
        .onItem()
        .transformToMulti(rows -> Multi.createFrom().iterable(rows))
        .onItem()
        .transformToUniAndConcatenate(row -> close(tx, row))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<EncounterId> close(SqlConnection tx, Row row) {
    EncounterId id = new EncounterId(row.getUUID("id"));
    SampleIndex end = SampleIndex.of(row.getLong("stored_end"));
    LOG.infof("recording abandoned: encounterId=%s", id);
    return outbox
        .append(
            tx,
            OutboxMessage.of(id, new RecordingStopped(end, StopReason.ABANDONED)),
            Context.root())
        .chain(() ->
            tx.preparedQuery("update encounter set abandoned_at = $2 where id = $1")
                .execute(Tuple.of(id.value(), clock.instant().atOffset(ZoneOffset.UTC))))
        .replaceWith(id);
  }
}
