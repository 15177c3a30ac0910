package org.medicscribe.storage.note.drafting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.EngineName;
import org.medicscribe.events.NoteEvent.NoteFailed;
import org.medicscribe.events.NoteRequestId;
import org.medicscribe.events.NoteTemplate;
import org.medicscribe.storage.note.DraftFailure;
import org.medicscribe.storage.note.versions.LatestFailure;

/** What was asked of drafters, and what came of it. */
@ApplicationScoped
public class NoteRequestRepository implements LatestFailure {

  private final ObjectMapper json;

  NoteRequestRepository(ObjectMapper json) {
    this.json = json;
  }

  Uni<Void> add(
      SqlConnection tx,
      EncounterId encounterId,
      NoteRequestId id,
      NoteTemplate template,
      String actor,
      Instant now) {
    return tx.preparedQuery(
            """
            insert into note_request
              (id, encounter_id, template, form, requested_by, requested_at, transcript_revision)
            values ($1, $2, $3, $6::text::jsonb, $4, $5,
              coalesce((select revision from transcript where encounter_id = $2), 0))\
            """)
        .execute(
            Tuple.of(
                id.value(),
                encounterId.value(),
                template.id(),
                actor,
                now.atOffset(ZoneOffset.UTC),
                write(template)))
        .replaceWithVoid();
  }

  /** The template as it stood when the draft was asked for. */
  Uni<Optional<NoteTemplate>> form(SqlConnection tx, NoteRequestId id) {
    return tx.preparedQuery("select form::text as form from note_request where id = $1")
        .execute(Tuple.of(id.value()))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .findFirst()
                .map(row -> row.getString("form"))
                .map(this::template));
  }

  private String write(NoteTemplate template) {
    try {
      return json.writeValueAsString(template);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a template cannot be written", e);
    }
  }

  private NoteTemplate template(String form) {
    try {
      return json.readValue(form, NoteTemplate.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored template cannot be read", e);
    }
  }

  /** The latest request about the transcript as it stands, if its answer is still awaited. */
  Uni<Optional<NoteRequestId>> awaited(
      SqlConnection tx, EncounterId encounterId, String template, Instant since) {
    return tx.preparedQuery(
            """
            select id from note_request
            where encounter_id = $1 and template = $2 and outcome = 'AWAITED'
              and requested_at >= $3
              and transcript_revision =
                coalesce((select revision from transcript where encounter_id = $1), 0)
            order by id desc limit 1\
            """)
        .execute(Tuple.of(encounterId.value(), template, since.atOffset(ZoneOffset.UTC)))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .findFirst()
                .map(row -> new NoteRequestId(row.getUUID("id"))));
  }

  /**
   * What persons asked for since then.
   *
   * @param ofVisit about this visit
   * @param ofPerson by this person
   */
  record Count(long ofVisit, long ofPerson) {}

  Uni<Count> count(
      SqlConnection tx, EncounterId encounterId, String actor, String system, Instant since) {
    return tx.preparedQuery(
            """
            select
              (select count(*) from note_request
               where encounter_id = $1 and requested_by <> $3 and requested_at >= $4) as of_visit,
              (select count(*) from note_request
               where requested_by = $2 and requested_at >= $4) as of_person\
            """)
        .execute(Tuple.of(encounterId.value(), actor, system, since.atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.iterator().next())
        .map(row -> new Count(row.getLong("of_visit"), row.getLong("of_person")));
  }

  Uni<Void> drafted(SqlConnection tx, NoteRequestId id) {
    return ended(tx, id, "DRAFTED");
  }

  /** Its draft came, and there was no use for it any more. */
  Uni<Void> overtaken(SqlConnection tx, NoteRequestId id) {
    return ended(tx, id, "OVERTAKEN");
  }

  /** A draft that came all the same outweighs its failure. */
  Uni<Void> failed(SqlConnection tx, NoteFailed failed) {
    return tx.preparedQuery(
            """
            update note_request set outcome = 'FAILED', failure_code = $2, failure_advice = $3
            where id = $1 and outcome not in ('DRAFTED', 'OVERTAKEN')\
            """)
        .execute(Tuple.of(failed.noteRequestId().value(), failed.code(), failed.advice()))
        .replaceWithVoid();
  }

  /** Whether a draft of this encounter was asked for by this request. */
  Uni<Boolean> isAsked(SqlClient client, EncounterId encounterId, NoteRequestId id) {
    return client
        .preparedQuery(
            "select exists (select from note_request where encounter_id = $1 and id = $2) as asked")
        .execute(Tuple.of(encounterId.value(), id.value()))
        .map(rows -> rows.iterator().next().getBoolean("asked"));
  }

  /** Whether this request, or a later one, has been answered with a draft. */
  Uni<Boolean> isDraftedSince(SqlClient client, EncounterId encounterId, NoteRequestId id) {
    return client
        .preparedQuery(
            """
            select exists (
              select from note_request
              where encounter_id = $1 and id >= $2 and outcome = 'DRAFTED') as drafted\
            """)
        .execute(Tuple.of(encounterId.value(), id.value()))
        .map(rows -> rows.iterator().next().getBoolean("drafted"));
  }

  /** An older failure has been overtaken: only the latest request counts. */
  public Uni<Drafting> drafting(SqlClient client, EncounterId id) {
    return client
        .preparedQuery(
            """
            select latest.outcome, latest.failure_code, latest.failure_advice, draft.engine,
              coalesce(drafted.transcript_revision < t.revision, false) as stale,
              latest.outcome = 'DRAFTED' and draft.note_request_id <> latest.id as same
            from (select $1::uuid as id) e
            left join transcript t on t.encounter_id = e.id
            left join lateral (
              select id, outcome, failure_code, failure_advice from note_request
              where encounter_id = e.id order by id desc limit 1) latest on true
            left join lateral (
              select transcript_revision from note_request
              where encounter_id = e.id and outcome = 'DRAFTED'
              order by id desc limit 1) drafted on true
            left join lateral (
              select engine, note_request_id from note_version
              where encounter_id = e.id and note_request_id is not null
              order by version desc limit 1) draft on true\
            """)
        .execute(Tuple.of(id.value()))
        .map(rows -> drafting(rows.iterator().next()));
  }

  @Override
  public Uni<Optional<DraftFailure>> of(SqlClient client, EncounterId id) {
    return drafting(client, id).map(drafting -> Optional.ofNullable(drafting.failure()));
  }

  Uni<Void> erase(SqlConnection tx, EncounterId id) {
    return tx.preparedQuery("delete from note_request where encounter_id = $1")
        .execute(Tuple.of(id.value()))
        .replaceWithVoid();
  }

  private static Uni<Void> ended(SqlConnection tx, NoteRequestId id, String outcome) {
    return tx.preparedQuery(
            "update note_request set outcome = $2, failure_code = null, failure_advice = null"
                + " where id = $1 and outcome <> 'DRAFTED'")
        .execute(Tuple.of(id.value(), outcome))
        .replaceWithVoid();
  }

  private static Drafting drafting(Row row) {
    @Nullable String outcome = row.getString("outcome");
    return new Drafting(
        "AWAITED".equals(outcome),
        "FAILED".equals(outcome)
            ? new DraftFailure(row.getString("failure_code"), row.getString("failure_advice"))
            : null,
        engine(row.getJsonObject("engine")),
        row.getBoolean("stale"),
        Boolean.TRUE.equals(row.getBoolean("same")));
  }

  private static @Nullable EngineName engine(@Nullable JsonObject engine) {
    return engine == null
        ? null
        : new EngineName(engine.getString("name"), engine.getBoolean("embedded"));
  }
}
