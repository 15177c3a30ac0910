package org.medicscribe.storage.emergency;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.audit.AuditEntry;
import org.medicscribe.storage.audit.AuditEntry.Action;
import org.medicscribe.storage.audit.AuditTrail;

/**
 * Opens what colleagues have of a patient, and tells the colleague of it. There from the start, so
 * that the first emergency is an increase of its metric.
 */
@Startup
@ApplicationScoped
class EmergencyAccess {

  private static final Logger LOG = Logger.getLogger(EmergencyAccess.class);

  /** The latest of a patient's visits; who needs older ones knows more than a label. */
  private static final int VISITS_AT_ONCE = 20;

  private static final int OPENINGS_SHOWN = 20;

  /** A visit that is open now. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Opened(
      EncounterId id, @Nullable String visitType, String state, Instant createdAt, Instant until) {}

  /** That somebody opened it. */
  record Opening(String person, String name, String reason, Instant at, Instant until) {
    @Override
    public String toString() {
      return "Opening[" + at + "]";
    }
  }

  /** How a visit stands to the caller; {@code until} where it is not their own. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Standing(@Nullable Instant until, List<Opening> openings) {}

  private final Pool pool;
  private final AuditTrail audit;
  private final EmergencyConfig config;
  private final Clock clock;
  private final Counter accesses;

  EmergencyAccess(
      Pool pool, AuditTrail audit, EmergencyConfig config, Clock clock, MeterRegistry metrics) {
    this.pool = pool;
    this.audit = audit;
    this.config = config;
    this.clock = clock;
    this.accesses = metrics.counter("scribe.emergency.accesses");
  }

  /**
   * All visits that colleagues of the same clinic have under exactly this label. That it was asked
   * for stands in the trail, also where nothing was found.
   */
  Uni<List<Opened>> open(Caller caller, String patientLabel, String reason) {
    Instant now = clock.instant();
    Instant until = now.plus(config.openFor());
    return pool.withTransaction(tx ->
            find(tx, caller, patientLabel, until)
                .call(found ->
                    found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : keep(tx, caller, reason, found, now))
                .call(found -> tell(tx, caller, found, now)))
        .invoke(found -> {
          accesses.increment();
          LOG.warnf("emergency access: visits=%s", found.size());
        });
  }

  Uni<Optional<Standing>> standing(Caller caller, EncounterId id) {
    return pool.preparedQuery(
            """
            select e.owner = $3 as own, a.person, a.name, a.reason, a.opened_at, a.open_until
            from encounter e left join emergency_access a on a.encounter_id = e.id
            where e.id = $1 and e.tenant = $2 and (e.owner = $3 or a.person = $3)
            order by a.number desc limit $4\
            """)
        .execute(Tuple.of(id.value(), caller.tenant(), caller.subject(), OPENINGS_SHOWN))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
        .map(rows -> rows.isEmpty() ? Optional.empty() : Optional.of(standing(rows)));
  }

  private Standing standing(List<Row> rows) {
    List<Opening> openings =
        rows.stream()
            .filter(row -> row.getString("person") != null)
            .map(EmergencyAccess::opening)
            .toList();
    boolean own = rows.getFirst().getBoolean("own");
    return new Standing(own ? null : openings.getFirst().until(), openings);
  }

  private static Opening opening(Row row) {
    return new Opening(
        row.getString("person"),
        row.getString("name"),
        row.getString("reason"),
        row.getOffsetDateTime("opened_at").toInstant(),
        row.getOffsetDateTime("open_until").toInstant());
  }

  private static Uni<List<Opened>> find(
      SqlConnection tx, Caller caller, String patientLabel, Instant until) {
    return tx.preparedQuery(
            """
            select id, visit_type, state, created_at from encounter
            where tenant = $1 and lower(patient_label) = lower($2) and owner <> $3
              and withdrawn_at is null
            order by id desc limit $4\
            """)
        .execute(Tuple.of(caller.tenant(), patientLabel, caller.subject(), VISITS_AT_ONCE))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row -> opened(row, until))
                .toList());
  }

  private static Opened opened(Row row, Instant until) {
    return new Opened(
        new EncounterId(row.getUUID("id")),
        row.getString("visit_type"),
        row.getString("state").toLowerCase(Locale.ROOT).replace('_', '-'),
        row.getOffsetDateTime("created_at").toInstant(),
        until);
  }

  /** Last, since it locks the chain of the clinic. */
  private Uni<Void> tell(SqlConnection tx, Caller caller, List<Opened> found, Instant now) {
    if (found.isEmpty()) {
      return audit.append(tx, entry(caller, null, "nothing found", now));
    }
    return Multi.createFrom()
        .iterable(found)
        .onItem()
        .transformToUniAndConcatenate(
            visit -> audit.append(tx, entry(caller, visit.id(), "until " + visit.until(), now)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static AuditEntry entry(
      Caller caller, @Nullable EncounterId id, String detail, Instant now) {
    return new AuditEntry(
        caller.tenant(), now, caller.subject(), Action.EMERGENCY_ACCESS, id, detail);
  }

  private static Uni<Void> keep(
      SqlConnection tx, Caller caller, String reason, List<Opened> found, Instant now) {
    UUID[] ids = found.stream().map(visit -> visit.id().value()).toArray(UUID[]::new);
    return tx.preparedQuery(
            """
            insert into emergency_access (encounter_id, person, name, reason, opened_at, open_until)
            select id, $2, $3, $4, $5, $6 from unnest($1::uuid[]) id\
            """)
        .execute(
            Tuple.tuple()
                .addArrayOfUUID(ids)
                .addString(caller.subject())
                .addString(caller.name())
                .addString(reason)
                .addOffsetDateTime(utc(now))
                .addOffsetDateTime(utc(found.getFirst().until())))
        .replaceWithVoid();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
