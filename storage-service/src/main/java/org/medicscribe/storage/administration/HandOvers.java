package org.medicscribe.storage.administration;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.encounter.Encounters;
import org.medicscribe.storage.encounter.Encounters.HandOver;

/**
 * Gives the visits of one person to another, a part at a time; the order is kept with its reason.
 */
@ApplicationScoped
class HandOvers {

  private static final int AT_ONCE = 200;

  /** A person of the clinic, and how many visits are theirs. */
  record Member(String subject, String name, boolean clinician, long visits, long unsigned) {}

  /**
   * What became of an order.
   *
   * @param left what is still with the first person; those that are being recorded stay there
   */
  record Done(long moved, long left) {}

  /** Nobody can find their way among more. */
  private static final int MOST_PEOPLE = 500;

  private final Pool pool;
  private final Encounters encounters;
  private final Clock clock;

  HandOvers(Pool pool, Encounters encounters, Clock clock) {
    this.pool = pool;
    this.encounters = encounters;
    this.clock = clock;
  }

  /** Whoever has signed in, and whoever has visits. */
  Uni<List<Member>> people(String tenant) {
    return pool.preparedQuery(
            """
            select coalesce(p.subject, v.owner) as subject,
              coalesce(p.name, v.owner) as name,
              coalesce(p.clinician, false) as clinician,
              coalesce(v.visits, 0) as visits,
              coalesce(v.unsigned, 0) as unsigned
            from (select * from person where tenant = $1) p
            full join (
              select owner, count(*) as visits,
                count(*) filter (where signed_at is null and withdrawn_at is null) as unsigned
              from encounter where tenant = $1 group by owner) v on v.owner = p.subject
            order by lower(coalesce(p.name, v.owner)), subject limit $2\
            """)
        .execute(Tuple.of(tenant, MOST_PEOPLE))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row ->
                    new Member(
                        row.getString("subject"),
                        row.getString("name"),
                        row.getBoolean("clinician"),
                        row.getLong("visits"),
                        row.getLong("unsigned")))
                .toList());
  }

  /** Whether visits may be given to this person: a clinician who has signed in at this clinic. */
  Uni<Boolean> isClinician(String tenant, String subject) {
    return pool.preparedQuery(
            "select exists (select from person where tenant = $1 and subject = $2 and clinician)")
        .execute(Tuple.of(tenant, subject))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  Uni<Done> carryOut(HandOver order, String reason) {
    return keep(order, reason)
        .chain(() -> next(order))
        .chain(ids ->
            Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(id -> encounters.handOver(id, order))
                .filter(moved -> moved)
                .collect()
                .asList())
        .chain(moved -> left(order).map(left -> new Done(moved.size(), left)));
  }

  private Uni<Void> keep(HandOver order, String reason) {
    return pool.preparedQuery(
            """
            insert into hand_over (tenant, from_person, to_person, ordered_by, reason, ordered_at)
            values ($1, $2, $3, $4, $5, $6)\
            """)
        .execute(
            Tuple.of(
                order.by().tenant(),
                order.from(),
                order.to(),
                order.by().subject(),
                reason,
                clock.instant().atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  private Uni<List<EncounterId>> next(HandOver order) {
    return pool.preparedQuery(
            """
            select id from encounter where tenant = $1 and owner = $2 and state <> 'RECORDING'
            order by id limit $3\
            """)
        .execute(Tuple.of(order.by().tenant(), order.from(), AT_ONCE))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new EncounterId(row.getUUID("id")))
                .toList());
  }

  private Uni<Long> left(HandOver order) {
    return pool.preparedQuery("select count(*) from encounter where tenant = $1 and owner = $2")
        .execute(Tuple.of(order.by().tenant(), order.from()))
        .map(rows -> rows.iterator().next().getLong(0));
  }
}
