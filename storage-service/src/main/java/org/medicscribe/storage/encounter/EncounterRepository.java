package org.medicscribe.storage.encounter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.EncounterState;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.storage.encounter.Consent.Decision;
import org.medicscribe.storage.encounter.EncounterFacts.NoteProgress;

/** What is written about encounters; every method runs in the caller's transaction. */
@ApplicationScoped
class EncounterRepository {

  private final PatientRepository patients;

  EncounterRepository(PatientRepository patients) {
    this.patients = patients;
  }

  Uni<Void> insert(
      SqlConnection tx, EncounterId id, Caller owner, NewEncounter encounter, Instant now) {
    return tx.preparedQuery(
            """
            insert into encounter
              (id, tenant, owner, patient_label, visit_type, language, template, key_terms, state,
               created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)\
            """)
        .execute(
            Tuple.tuple()
                .addUUID(id.value())
                .addString(owner.tenant())
                .addString(owner.subject())
                .addString(encounter.patientLabel())
                .addString(encounter.visitType())
                .addString(encounter.language())
                .addString(encounter.template())
                .addArrayOfString(encounter.keyTerms().toArray(String[]::new))
                .addString(EncounterState.PLANNED.name())
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC)))
        .chain(() ->
            encounter.patient() == null
                ? Uni.createFrom().voidItem()
                : patients.put(tx, id, encounter.patient()));
  }

  Uni<Optional<LockedEncounter>> lock(SqlConnection tx, EncounterId id) {
    return tx.preparedQuery(
            """
            select e.id, e.tenant, e.owner, e.state, e.language, e.template, e.recorder_id,
              e.whole,
              e.withdrawn_at is not null as withdrawn,
              e.signed_at is not null as signed,
              e.stop_reason is not null or e.abandoned_at is not null as ended,
              greatest(e.claimed_at, (select heard_at from audio where encounter_id = e.id))
                as last_sign,
              (select decision from consent where encounter_id = e.id order by number desc limit 1)
                as decision
            from encounter e where e.id = $1
            for update of e\
            """)
        .execute(Tuple.of(id.value()))
        .map(rows -> first(rows).map(EncounterRepository::locked));
  }

  Uni<EncounterFacts> facts(SqlConnection tx, EncounterId id) {
    return tx.preparedQuery(
            """
            select
              e.withdrawn_at is not null as withdrawn,
              e.signed_at is not null as signed,
              exists (select from audio where encounter_id = e.id) as heard,
              e.stop_reason is not null as ended,
              exists (select from transcript where encounter_id = e.id and completed_at is not null)
                as complete,
              exists (select from note_version where encounter_id = e.id) as has_version,
              (select outcome from note_request where encounter_id = e.id order by id desc limit 1)
                as outcome
            from encounter e where e.id = $1\
            """)
        .execute(Tuple.of(id.value()))
        .map(rows -> facts(rows.iterator().next()));
  }

  Uni<Void> setOwner(SqlConnection tx, EncounterId id, String owner) {
    return tx.preparedQuery("update encounter set owner = $2 where id = $1")
        .execute(Tuple.of(id.value(), owner))
        .replaceWithVoid();
  }

  Uni<Void> setState(SqlConnection tx, EncounterId id, EncounterState state) {
    return tx.preparedQuery("update encounter set state = $2 where id = $1")
        .execute(Tuple.of(id.value(), state.name()))
        .replaceWithVoid();
  }

  /** Returns the number of the claim. Where another recorder begins is not known yet. */
  Uni<Long> claim(SqlConnection tx, EncounterId id, RecorderClaim claim, Instant now) {
    return tx.preparedQuery(
            """
            update encounter
            set recorder_id = $2, whole = $3, claims = claims + 1, claimed_at = $4,
              started_at = coalesce(started_at, $4),
              recorder_from = case
                when recorder_id is null then 0
                when recorder_id = $2 then recorder_from
              end
            where id = $1
            returning claims\
            """)
        .execute(
            Tuple.of(id.value(), claim.recorderId(), claim.whole(), now.atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.iterator().next().getLong("claims"));
  }

  /**
   * From here on audio of earlier claims is not kept. The recorder of this claim begins there; said
   * once, and not of a claim that was followed.
   */
  Uni<Void> beginRecorder(SqlConnection tx, EncounterId id, long claim, SampleIndex from) {
    return tx.preparedQuery(
            """
            update encounter
            set recorder_since = greatest(recorder_since, $2),
              recorder_from = case
                when claims = $2 then coalesce(recorder_from, $3)
                else recorder_from
              end
            where id = $1\
            """)
        .execute(Tuple.of(id.value(), claim, from.value()))
        .replaceWithVoid();
  }

  Uni<Void> start(SqlConnection tx, EncounterId id, Instant now) {
    return tx.preparedQuery(
            "update encounter set started_at = coalesce(started_at, $2) where id = $1")
        .execute(Tuple.of(id.value(), now.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  /** The first word about the end counts, unless a replaced recorder says it. */
  Uni<Void> stop(SqlConnection tx, EncounterId id, RecordingStopped stopped) {
    return tx.preparedQuery(
            """
            update encounter set stop_reason = $2, recorded_samples = $3
            where id = $1 and stop_reason is null and ($4::bigint is null or $4 >= recorder_since)\
            """)
        .execute(
            Tuple.of(
                id.value(),
                stopped.reason().name(),
                stopped.totalSamples().value(),
                stopped.claim()))
        .replaceWithVoid();
  }

  private static LockedEncounter locked(Row row) {
    return new LockedEncounter(
        new EncounterId(row.getUUID("id")),
        row.getString("tenant"),
        row.getString("owner"),
        EncounterState.valueOf(row.getString("state")),
        row.getString("language"),
        row.getString("template"),
        row.getBoolean("withdrawn"),
        row.getBoolean("signed"),
        Decision.GRANTED.name().equals(row.getString("decision")),
        row.getBoolean("ended"),
        row.getString("recorder_id"),
        row.getBoolean("whole"),
        instant(row.getOffsetDateTime("last_sign")));
  }

  private static EncounterFacts facts(Row row) {
    return new EncounterFacts(
        row.getBoolean("withdrawn"),
        row.getBoolean("signed"),
        row.getBoolean("heard"),
        row.getBoolean("ended"),
        row.getBoolean("complete"),
        progress(row.getString("outcome"), row.getBoolean("has_version")));
  }

  private static NoteProgress progress(@Nullable String outcome, boolean hasVersion) {
    if (NoteProgress.AWAITED.name().equals(outcome)) {
      return NoteProgress.AWAITED;
    }
    if (hasVersion) {
      return NoteProgress.DRAFTED;
    }
    return outcome == null ? NoteProgress.NONE : NoteProgress.FAILED;
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static Optional<Row> first(Iterable<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).findFirst();
  }
}
