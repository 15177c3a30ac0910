package org.medicscribe.storage.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.audit.AuditEntry.Action;

/**
 * Looks through the trail of a clinic. It shows ids and codes, and no label that was not asked by.
 */
@ApplicationScoped
class AuditSearch {

  /**
   * A part of the trail, newest first.
   *
   * @param next give it as {@code before} to read on; null at the end
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Part(List<Entry> entries, @Nullable Long next) {}

  /**
   * One thing that was done.
   *
   * @param number in the trail of the clinic
   * @param encounterId null for what is about no visit
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(
      long number,
      Instant at,
      String actor,
      String action,
      @Nullable UUID encounterId,
      String detail) {}

  private final Pool pool;

  AuditSearch(Pool pool) {
    this.pool = pool;
  }

  Uni<Part> find(String tenant, AuditQuery query, int limit) {
    return pool.preparedQuery(
            """
            select number, at, actor, action, encounter_id, detail from audit_entry
            where tenant = $1
              and ($2::text is null or actor = $2)
              and ($3::uuid is null or encounter_id = $3)
              and ($4::text is null or encounter_id in (
                select e.id from encounter e left join patient p on p.encounter_id = e.id
                where e.tenant = $1 and (lower(e.patient_label) = lower($4)
                  or lower(p.name) = lower(normalize($4)) or lower(p.identifier) = lower($4))))
              and ($5::timestamptz is null or at >= $5)
              and ($6::timestamptz is null or at < $6)
              and ($7::bigint is null or number < $7)
            order by number desc limit $8\
            """)
        .execute(
            Tuple.tuple()
                .addString(tenant)
                .addString(query.person().orElse(null))
                .addUUID(query.encounter().map(EncounterId::value).orElse(null))
                .addString(query.patientLabel().orElse(null))
                .addOffsetDateTime(utc(query.from()))
                .addOffsetDateTime(utc(query.to()))
                .addLong(query.before().orElse(null))
                .addInteger(limit))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false).map(AuditSearch::entry).toList())
        .map(entries ->
            new Part(entries, entries.size() < limit ? null : entries.getLast().number()));
  }

  private static Entry entry(Row row) {
    return new Entry(
        row.getLong("number"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("actor"),
        Action.valueOf(row.getString("action")).code(),
        row.getUUID("encounter_id"),
        row.getString("detail"));
  }

  private static @Nullable OffsetDateTime utc(Optional<Instant> at) {
    return at.map(instant -> instant.atOffset(ZoneOffset.UTC)).orElse(null);
  }
}
