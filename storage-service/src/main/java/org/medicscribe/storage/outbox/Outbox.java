package org.medicscribe.storage.outbox;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.Topics;
import org.medicscribe.tracing.RecordTraces;

/**
 * The table of what is to be told.
 *
 * <p>Whoever appends holds the row lock of the encounter, so ids ascend in the order in which the
 * transactions of one encounter commit.
 */
@ApplicationScoped
public class Outbox {

  /** A stored message. */
  record Pending(long id, OutboxMessage message) {}

  private final RecordTraces traces;

  Outbox(RecordTraces traces) {
    this.traces = traces;
  }

  /** Adds a message, which will be sent in the trace. */
  public Uni<Void> append(SqlConnection tx, OutboxMessage message, Context trace) {
    Map<String, String> headers = traces.fields(trace);
    headers.putAll(message.headers());
    return tx.preparedQuery(
            "insert into outbox (encounter_id, topic, headers, value) values ($1, $2, $3, $4)")
        .execute(
            Tuple.of(
                message.encounterId().value(),
                message.topic(),
                new JsonObject(Map.copyOf(headers)),
                Buffer.buffer(message.value())))
        .replaceWithVoid();
  }

  /** Takes back what has not been told yet and holds what was said during the visit. */
  public Uni<Void> forgetNoteRequests(SqlConnection tx, EncounterId encounterId) {
    return tx.preparedQuery("delete from outbox where encounter_id = $1 and topic = $2")
        .execute(Tuple.of(encounterId.value(), Topics.NOTE))
        .replaceWithVoid();
  }

  /**
   * The oldest message of each encounter, locked; those that another replica is sending are left
   * out. Only the oldest one may be sent: that keeps the order.
   *
   * @param bytes what the messages may hold together; one larger than that goes alone
   */
  Uni<List<Pending>> lockOldest(SqlConnection tx, int limit, long bytes) {
    return tx.preparedQuery(
            """
            select id, octet_length(value) as length from outbox o
            where not exists (
              select 1 from outbox p where p.encounter_id = o.encounter_id and p.id < o.id)
            order by id limit $1
            for update skip locked\
            """)
        .execute(Tuple.of(limit))
        .map(rows -> fitting(rows, bytes))
        .chain(ids ->
            tx.preparedQuery(
                    """
                    select id, encounter_id, topic, headers, value from outbox
                    where id = any($1) order by id\
                    """)
                .execute(Tuple.of(ids)))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(Outbox::pending).toList());
  }

  private static Long[] fitting(RowSet<Row> rows, long bytes) {
    List<Long> ids = new ArrayList<>();
    long sum = 0;
    for (Row row : rows) {
      sum += row.getInteger("length");
      if (!ids.isEmpty() && sum > bytes) {
        break;
      }
      ids.add(row.getLong("id"));
    }
    return ids.toArray(Long[]::new);
  }

  Uni<Void> remove(SqlConnection tx, List<Long> ids) {
    return tx.preparedQuery("delete from outbox where id = any($1)")
        .execute(Tuple.of(ids.toArray(Long[]::new)))
        .replaceWithVoid();
  }

  private static Pending pending(Row row) {
    Map<String, String> headers =
        row.getJsonObject("headers").stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().toString()));
    UUID encounterId = row.getUUID("encounter_id");
    return new Pending(
        row.getLong("id"),
        new OutboxMessage(
            new EncounterId(encounterId),
            row.getString("topic"),
            headers,
            row.getBuffer("value").getBytes()));
  }
}
