package org.medicscribe.storage.note;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
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
import org.medicscribe.events.NoteEvent.NoteDrafted;
import org.medicscribe.events.NoteEvent.NoteFailed;
import org.medicscribe.events.NoteRequestId;
import org.medicscribe.events.SoapNote;
import org.medicscribe.storage.note.NoteVersions.Failure;
import org.medicscribe.storage.note.NoteVersions.NoteVersion;
import org.medicscribe.storage.note.NoteVersions.Origin;

/** Requests for notes, and the versions that came of them. */
@ApplicationScoped
public class NoteRepository {

  private final Pool pool;
  private final ObjectMapper json;

  NoteRepository(Pool pool, ObjectMapper json) {
    this.pool = pool;
    this.json = json;
  }

  Uni<Void> addRequest(
      SqlConnection tx,
      EncounterId encounterId,
      NoteRequestId id,
      String template,
      String actor,
      Instant now) {
    return tx.preparedQuery(
            """
            insert into note_request (id, encounter_id, template, requested_by, requested_at)
            values ($1, $2, $3, $4, $5)\
            """)
        .execute(
            Tuple.of(
                id.value(), encounterId.value(), template, actor, now.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  /** The version of this draft, which is there once however often the draft is told. */
  Uni<Integer> addVersion(SqlConnection tx, NoteDrafted drafted) {
    return tx.preparedQuery(
            """
            insert into note_version
              (encounter_id, version, origin, note_request_id, engine, note, created_at)
            select $1, coalesce(max(version), 0) + 1, $2, $3, $4::text::jsonb, $5::text::jsonb, $6
            from note_version where encounter_id = $1
            on conflict (note_request_id) do nothing\
            """)
        .execute(
            Tuple.tuple()
                .addUUID(drafted.encounterId().value())
                .addString(Origin.MODEL.name())
                .addUUID(drafted.noteRequestId().value())
                .addString(write(drafted.engine()))
                .addString(write(drafted.note()))
                .addOffsetDateTime(drafted.draftedAt().atOffset(ZoneOffset.UTC)))
        .chain(() ->
            tx.preparedQuery(
                    "update note_request set outcome = 'DRAFTED', failure_code = null,"
                        + " failure_advice = null where id = $1")
                .execute(Tuple.of(drafted.noteRequestId().value())))
        .chain(() ->
            tx.preparedQuery("select version from note_version where note_request_id = $1")
                .execute(Tuple.of(drafted.noteRequestId().value())))
        .map(rows -> rows.iterator().next().getInteger("version"));
  }

  /** A draft that came all the same outweighs its failure. */
  Uni<Void> fail(SqlConnection tx, NoteFailed failed) {
    return tx.preparedQuery(
            """
            update note_request set outcome = 'FAILED', failure_code = $2, failure_advice = $3
            where id = $1 and outcome <> 'DRAFTED'\
            """)
        .execute(Tuple.of(failed.noteRequestId().value(), failed.code(), failed.advice()))
        .replaceWithVoid();
  }

  Uni<NoteVersions> versions(EncounterId encounterId) {
    return pool.withConnection(connection ->
        connection
            .preparedQuery(
                """
                select version, origin, note_request_id, engine::text as engine,
                  note::text as note, created_at
                from note_version where encounter_id = $1 order by version desc\
                """)
            .execute(Tuple.of(encounterId.value()))
            .map(rows -> stream(rows).map(this::version).toList())
            .chain(versions ->
                failure(connection, encounterId)
                    .map(failure -> new NoteVersions(versions, failure.orElse(null)))));
  }

  public Uni<Void> erase(SqlConnection tx, EncounterId encounterId) {
    return tx.preparedQuery("delete from note_version where encounter_id = $1")
        .execute(Tuple.of(encounterId.value()))
        .chain(() ->
            tx.preparedQuery("delete from note_request where encounter_id = $1")
                .execute(Tuple.of(encounterId.value())))
        .replaceWithVoid();
  }

  /** Of the latest request only: an older failure has been overtaken. */
  private static Uni<Optional<Failure>> failure(SqlConnection connection, EncounterId id) {
    return connection
        .preparedQuery(
            """
            select outcome, failure_code, failure_advice
            from note_request where encounter_id = $1 order by id desc limit 1\
            """)
        .execute(Tuple.of(id.value()))
        .map(rows ->
            stream(rows)
                .findFirst()
                .filter(row -> row.getString("outcome").equals("FAILED"))
                .map(row ->
                    new Failure(row.getString("failure_code"), row.getString("failure_advice"))));
  }

  private NoteVersion version(Row row) {
    @Nullable String engine = row.getString("engine");
    return new NoteVersion(
        row.getInteger("version"),
        Origin.valueOf(row.getString("origin")),
        new NoteRequestId(row.getUUID("note_request_id")),
        engine == null ? null : read(engine, EngineName.class),
        row.getOffsetDateTime("created_at").toInstant(),
        read(row.getString("note"), SoapNote.class));
  }

  private static java.util.stream.Stream<Row> stream(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a contract record cannot be written", e);
    }
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException unreadable) {
      // Its message would quote the note.
      throw new IllegalStateException("a stored " + type.getSimpleName() + " cannot be read");
    }
  }
}
