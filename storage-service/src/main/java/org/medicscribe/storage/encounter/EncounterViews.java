package org.medicscribe.storage.encounter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.edge.identity.Role;
import org.medicscribe.events.AudioEvent.StopReason;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.EncounterState;
import org.medicscribe.events.EngineName;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.SampleRange;
import org.medicscribe.storage.encounter.Consent.Decision;
import org.medicscribe.storage.encounter.Consent.GivenBy;
import org.medicscribe.storage.encounter.Consent.Method;
import org.medicscribe.storage.encounter.Encounter.ConsentGiven;
import org.medicscribe.storage.encounter.Encounter.Coverage;
import org.medicscribe.storage.encounter.Encounter.Engines;
import org.medicscribe.storage.encounter.Encounter.Owner;
import org.medicscribe.storage.encounter.Encounter.Recording;
import org.medicscribe.storage.encounter.Encounter.Review;

/** Shows encounters, to nobody but their owner; but for an emergency. */
@ApplicationScoped
public class EncounterViews {

  /**
   * A page of encounters.
   *
   * @param next the cursor of the page after it; null on the last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Listing(List<Encounter> items, @Nullable EncounterId next) {}

  /** The patient is joined here, beside the view, since it is a class of data of its own. */
  private static final String SHOWN =
      "select v.*, "
          + PatientRepository.COLUMNS
          + " from encounter_view v left join patient p on p.encounter_id = v.id ";

  private final Pool pool;
  private final Clock clock;

  EncounterViews(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** For who may read it: its owner, and who has opened it in an emergency that is not over. */
  public Uni<Optional<Encounter>> find(Caller caller, EncounterId id) {
    return find(pool, caller, id);
  }

  /** As it stands in a transaction. */
  public Uni<Optional<Encounter>> find(SqlClient client, Caller caller, EncounterId id) {
    return client
        .preparedQuery(
            SHOWN
                + """
                where v.id = $1 and v.tenant = $2
                  and (v.owner = $3 or exists (
                    select from emergency_access
                    where encounter_id = $1 and person = $3 and open_until > $4))\
                """)
        .execute(Tuple.of(id.value(), caller.tenant(), caller.subject(), utc(clock.instant())))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .findFirst()
                .map(EncounterViews::encounter));
  }

  /** The encounter's id, if its audit trail is for the caller: its owner, or an auditor there. */
  Uni<Optional<EncounterId>> auditable(Caller caller, EncounterId id) {
    return pool.preparedQuery(
            """
            select id from encounter
            where id = $1 and tenant = $2 and (owner = $3 and $4 or $5)\
            """)
        .execute(
            Tuple.of(
                id.value(),
                caller.tenant(),
                caller.subject(),
                caller.is(Role.CLINICIAN),
                caller.is(Role.AUDITOR)))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst().map(row -> id));
  }

  Uni<Listing> list(Caller caller, EncounterQuery query) {
    return pool.preparedQuery(
            SHOWN
                + """
                where v.tenant = $1 and v.owner = $2
                  and ($3::text is null or v.state = $3)
                  and ($4::text is null or strpos(lower(v.patient_label), lower($4)) > 0
                    or strpos(lower(p.name), lower(normalize($4))) > 0
                    or strpos(lower(p.identifier), lower($4)) > 0)
                  and ($5::timestamptz is null or v.created_at >= $5)
                  and ($6::timestamptz is null or v.created_at < $6)
                  and ($7::uuid is null or v.id < $7)
                order by v.id desc limit $8\
                """)
        .execute(
            Tuple.tuple()
                .addString(caller.tenant())
                .addString(caller.subject())
                .addString(query.state().map(Enum::name).orElse(null))
                .addString(query.text().orElse(null))
                .addOffsetDateTime(query.from().map(EncounterViews::utc).orElse(null))
                .addOffsetDateTime(query.to().map(EncounterViews::utc).orElse(null))
                .addUUID(query.before().map(EncounterId::value).orElse(null))
                // One more than asked for tells whether there is a next page.
                .addInteger(query.limit() + 1))
        .map(rows -> {
          List<Encounter> found =
              StreamSupport.stream(rows.spliterator(), false)
                  .map(EncounterViews::encounter)
                  .toList();
          return found.size() <= query.limit()
              ? new Listing(found, null)
              : new Listing(found.subList(0, query.limit()), found.get(query.limit() - 1).id());
        });
  }

  private static Encounter encounter(Row row) {
    return new Encounter(
        new EncounterId(row.getUUID("id")),
        new Owner(row.getString("owner"), row.getString("tenant")),
        row.getString("patient_label"),
        row.getString("visit_type"),
        row.getString("language"),
        row.getString("template"),
        List.of(row.getArrayOfStrings("key_terms")),
        EncounterState.valueOf(row.getString("state")),
        row.getOffsetDateTime("created_at").toInstant(),
        consent(row),
        recording(row),
        new Coverage(
            row.getLong("recorded_samples"),
            row.getLong("stored_samples"),
            row.getLong("transcribed_samples"),
            ranges(row.getJsonArray("stored_gaps")),
            ranges(row.getJsonArray("transcript_gaps"))),
        engines(row.getJsonObject("transcription_engine")),
        review(row),
        PatientRepository.patient(row).orElse(null));
  }

  private static @Nullable ConsentGiven consent(Row row) {
    String decision = row.getString("decision");
    return decision == null
        ? null
        : new ConsentGiven(
            Decision.valueOf(decision),
            Method.valueOf(row.getString("method")),
            GivenBy.valueOf(row.getString("given_by")),
            row.getOffsetDateTime("recorded_at").toInstant());
  }

  private static @Nullable Recording recording(Row row) {
    OffsetDateTime startedAt = row.getOffsetDateTime("started_at");
    String stopReason = row.getString("stop_reason");
    Long from = row.getLong("recorder_from");
    return startedAt == null
        ? null
        : new Recording(
            row.getString("recorder_id"),
            row.getLong("claims"),
            from == null ? null : SampleIndex.of(from),
            startedAt.toInstant(),
            stopReason == null ? null : StopReason.valueOf(stopReason));
  }

  private static @Nullable Engines engines(@Nullable JsonObject engine) {
    return engine == null
        ? null
        : new Engines(new EngineName(engine.getString("name"), engine.getBoolean("embedded")));
  }

  private static @Nullable Review review(Row row) {
    Integer unsupported = row.getInteger("open_unsupported");
    return unsupported == null ? null : new Review(unsupported, row.getInteger("open_omissions"));
  }

  private static List<SampleRange> ranges(JsonArray ranges) {
    return ranges.stream()
        .map(JsonObject.class::cast)
        .map(range ->
            new SampleRange(
                SampleIndex.of(range.getLong("start")), SampleIndex.of(range.getLong("end"))))
        .toList();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
