package org.medicscribe.storage.consent;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.encounter.Consent;
import org.medicscribe.storage.proof.SealedRecord;
import org.medicscribe.storage.proof.Seals;

/** Decisions, and how far a withdrawal has been carried out. */
@ApplicationScoped
class ConsentRepository {

  private final Pool pool;
  private final Seals seals;

  ConsentRepository(Pool pool, Seals seals) {
    this.pool = pool;
    this.seals = seals;
  }

  Uni<Void> add(SqlConnection tx, EncounterId id, Consent consent, String recordedBy) {
    return tx.preparedQuery(
            """
            insert into consent
              (encounter_id, decision, method, given_by, wording, recorded_at, recorded_by)
            values ($1, $2, $3, $4, $5, $6, $7)
            returning number::text as number\
            """)
        .execute(
            Tuple.tuple()
                .addUUID(id.value())
                .addString(consent.decision().name())
                .addString(consent.method().name())
                .addString(consent.givenBy().name())
                .addString(consent.wording())
                .addOffsetDateTime(consent.recordedAt().atOffset(ZoneOffset.UTC))
                .addString(recordedBy))
        .map(rows -> rows.iterator().next().getString("number"))
        .chain(number -> seals.seal(tx, SealedRecord.CONSENT, id, number));
  }

  Uni<Long> count(SqlConnection tx, EncounterId id) {
    return tx.preparedQuery("select count(*) as decisions from consent where encounter_id = $1")
        .execute(Tuple.of(id.value()))
        .map(rows -> rows.iterator().next().getLong("decisions"));
  }

  Uni<Void> withdraw(SqlConnection tx, EncounterId id, Instant at) {
    return tx.preparedQuery(
            "update encounter set withdrawn_at = $2, key_terms = '{}' where id = $1")
        .execute(Tuple.of(id.value(), at.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  /** The label stays: it is what the clinic finds the visit by, and this decision with it. */
  Uni<Void> forgetPatient(SqlConnection tx, EncounterId id) {
    return tx.preparedQuery(
            """
            delete from patient p where encounter_id = $1 and not exists (
              select from signature s where s.encounter_id = p.encounter_id)\
            """)
        .execute(Tuple.of(id.value()))
        .replaceWithVoid();
  }

  Uni<List<EncounterId>> toErase(int limit) {
    return pool.preparedQuery(
            """
            select id from encounter where withdrawn_at is not null and erased_at is null
            order by withdrawn_at limit $1\
            """)
        .execute(Tuple.of(limit))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new EncounterId(row.getUUID("id")))
                .toList());
  }

  /** Whether it was this call that set it. */
  Uni<Boolean> erased(SqlConnection tx, EncounterId id, Instant at) {
    return tx.preparedQuery(
            "update encounter set erased_at = $2 where id = $1 and erased_at is null")
        .execute(Tuple.of(id.value(), at.atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.rowCount() > 0);
  }
}
