package org.medicscribe.storage.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.audit.AuditEntry.Action;
import org.medicscribe.storage.proof.SigningKeys;

/**
 * Appends within the transaction that did what the entry says. The chain of a clinic is locked from
 * then to the end of the transaction: append last, after the encounter's own lock.
 */
@ApplicationScoped
public class AuditTrail {

  /** An entry, and its place in the chain of its clinic. */
  public record Recorded(long number, AuditEntry entry) {}

  private final Pool pool;
  private final AuditChain chain;

  AuditTrail(Pool pool, SigningKeys keys) {
    this.pool = pool;
    this.chain = new AuditChain(keys);
  }

  /** What was done to an encounter behind this number, oldest first. */
  public Uni<List<Recorded>> read(EncounterId encounterId, long after, int limit) {
    return pool.preparedQuery(
            """
            select tenant, number, at, actor, action, detail from audit_entry
            where encounter_id = $1 and number > $2 order by number limit $3\
            """)
        .execute(Tuple.of(encounterId.value(), after, limit))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row -> recorded(encounterId, row))
                .toList());
  }

  public Uni<Void> append(SqlConnection tx, AuditEntry entry) {
    return lockChain(tx, entry.tenant())
        .chain(head -> {
          long number = head.getLong("entries") + 1;
          byte[] hash = chain.hash(head.getBuffer("hash").getBytes(), number, entry);
          return insert(tx, number, hash, entry).chain(() -> advance(tx, entry, number, hash));
        });
  }

  /** Whether the actor did the same to the encounter since then. */
  public Uni<Boolean> hasSince(
      SqlConnection tx, EncounterId encounterId, String actor, Action action, Instant since) {
    return tx.preparedQuery(
            """
            select exists (
              select from audit_entry
              where encounter_id = $1 and action = $2 and actor = $3 and at >= $4) as known\
            """)
        .execute(
            Tuple.of(encounterId.value(), action.name(), actor, since.atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.iterator().next().getBoolean("known"));
  }

  /**
   * Appends unless the actor did the same since then, wherever from.
   *
   * @param what the beginning of the entry's detail that makes it the same
   */
  public Uni<Void> appendOnce(AuditEntry entry, String what, Instant since) {
    return pool.withTransaction(tx ->
            tx.preparedQuery(
                    """
                    select exists (
                      select from audit_entry
                      where tenant = $1 and actor = $2 and action = $3
                        and encounter_id is not distinct from $4
                        and starts_with(detail, $5) and at >= $6) as known\
                    """)
                .execute(
                    Tuple.of(
                        entry.tenant(),
                        entry.actor(),
                        entry.action().name(),
                        entry.encounterId() == null ? null : entry.encounterId().value(),
                        what,
                        since.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getBoolean("known"))
                .chain(known -> known ? Uni.createFrom().voidItem() : append(tx, entry)))
        .replaceWithVoid();
  }

  private static Recorded recorded(EncounterId encounterId, Row row) {
    return new Recorded(
        row.getLong("number"),
        new AuditEntry(
            row.getString("tenant"),
            row.getOffsetDateTime("at").toInstant(),
            row.getString("actor"),
            Action.valueOf(row.getString("action")),
            encounterId,
            row.getString("detail")));
  }

  private static Uni<Row> lockChain(SqlConnection tx, String tenant) {
    return tx.preparedQuery(
            """
            insert into audit_chain (tenant, entries, hash) values ($1, 0, $2)
            on conflict (tenant) do nothing\
            """)
        .execute(Tuple.of(tenant, Buffer.buffer(AuditChain.start())))
        .chain(() ->
            tx.preparedQuery("select entries, hash from audit_chain where tenant = $1 for update")
                .execute(Tuple.of(tenant)))
        .map(rows -> rows.iterator().next());
  }

  private static Uni<Void> insert(SqlConnection tx, long number, byte[] hash, AuditEntry entry) {
    return tx.preparedQuery(
            """
            insert into audit_entry
              (tenant, number, at, actor, action, encounter_id, detail, hash)
            values ($1, $2, $3, $4, $5, $6, $7, $8)\
            """)
        .execute(
            Tuple.tuple()
                .addString(entry.tenant())
                .addLong(number)
                .addOffsetDateTime(entry.at().atOffset(ZoneOffset.UTC))
                .addString(entry.actor())
                .addString(entry.action().name())
                .addUUID(entry.encounterId() == null ? null : entry.encounterId().value())
                .addString(entry.detail())
                .addValue(Buffer.buffer(hash)))
        .replaceWithVoid();
  }

  private static Uni<Void> advance(SqlConnection tx, AuditEntry entry, long number, byte[] hash) {
    return tx.preparedQuery("update audit_chain set entries = $2, hash = $3 where tenant = $1")
        .execute(Tuple.of(entry.tenant(), number, Buffer.buffer(hash)))
        .replaceWithVoid();
  }
}
