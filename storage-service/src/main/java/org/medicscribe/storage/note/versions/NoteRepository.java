package org.medicscribe.storage.note.versions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.EngineName;
import org.medicscribe.events.NoteRequestId;
import org.medicscribe.storage.note.Note;
import org.medicscribe.storage.note.NoteVersion;
import org.medicscribe.storage.note.NoteVersion.Origin;
import org.medicscribe.storage.note.Person;
import org.medicscribe.storage.note.Statement;

/** The versions of notes. Whoever adds one holds the row lock of the encounter. */
@ApplicationScoped
public class NoteRepository {

  private static final String COLUMNS =
      "version, origin, created_at, author, author_name, engine::text as engine";

  private static final int LISTED = 500;

  private final ObjectMapper json;

  NoteRepository(ObjectMapper json) {
    this.json = json;
  }

  /**
   * @param draft the request that a draft answers; null for what a person saved
   */
  public Uni<Void> add(
      SqlConnection tx, EncounterId id, NoteVersion version, @Nullable NoteRequestId draft) {
    Person author = version.author();
    EngineName engine = version.engine();
    Note.Open open = version.note().open();
    return tx.preparedQuery(
            """
            insert into note_version
              (encounter_id, version, origin, note_request_id, author, author_name, engine, note,
               unsupported, omissions, created_at)
            values ($1, $2, $3, $4, $5, $6, $7::text::jsonb, $8::text::jsonb, $9, $10, $11)\
            """)
        .execute(
            Tuple.tuple()
                .addUUID(id.value())
                .addInteger(version.version())
                .addString(version.origin().name())
                .addUUID(draft == null ? null : draft.value())
                .addString(author == null ? null : author.subject())
                .addString(author == null ? null : author.name())
                .addString(engine == null ? null : write(engine))
                .addString(write(version.note()))
                .addInteger(open.unsupported())
                .addInteger(open.omissions())
                .addOffsetDateTime(version.createdAt().atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  public Uni<Optional<NoteVersion>> latest(SqlClient client, EncounterId id) {
    return client
        .preparedQuery(
            "select "
                + COLUMNS
                + ", note::text as note from note_version where encounter_id = $1"
                + " order by version desc limit 1")
        .execute(Tuple.of(id.value()))
        .map(rows -> stream(rows).findFirst().map(this::version));
  }

  Uni<Optional<NoteVersion>> version(SqlClient client, EncounterId id, int version) {
    return client
        .preparedQuery(
            "select "
                + COLUMNS
                + ", note::text as note from note_version where encounter_id = $1 and version = $2")
        .execute(Tuple.of(id.value(), version))
        .map(rows -> stream(rows).findFirst().map(this::version));
  }

  /** The latest, newest first; older ones can still be read by their numbers. */
  Uni<List<NoteVersions.Entry>> list(SqlClient client, EncounterId id) {
    return client
        .preparedQuery(
            "select "
                + COLUMNS
                + """
                , jsonb_array_length(
                  jsonb_path_query_array(note, '$.sections[*].statements[*]')) as statements
                from note_version where encounter_id = $1 order by version desc limit $2\
                """)
        .execute(Tuple.of(id.value(), LISTED))
        .map(rows -> stream(rows).map(this::entry).toList());
  }

  /** The statements of these ids as the last version that had them said them. */
  public Uni<List<Statement>> lastForms(SqlClient client, EncounterId id, Set<String> ids) {
    if (ids.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return client
        .preparedQuery(
            """
            select distinct on (statement ->> 'id') statement::text as statement
            from note_version,
              jsonb_path_query(note, '$.sections[*].statements[*]') as statement
            where encounter_id = $1 and statement ->> 'id' = any($2)
            order by statement ->> 'id', version desc\
            """)
        .execute(Tuple.of(id.value(), ids.toArray(String[]::new)))
        .map(rows ->
            stream(rows).map(row -> read(row.getString("statement"), Statement.class)).toList());
  }

  /** All but a signed version, which is a legal record. */
  public Uni<Void> erase(SqlConnection tx, EncounterId id) {
    return tx.preparedQuery(
            """
            delete from note_version v where encounter_id = $1 and not exists (
              select from signature s
              where s.encounter_id = v.encounter_id and s.version = v.version)\
            """)
        .execute(Tuple.of(id.value()))
        .replaceWithVoid();
  }

  private NoteVersion version(Row row) {
    return new NoteVersion(
        row.getInteger("version"),
        Origin.valueOf(row.getString("origin")),
        row.getOffsetDateTime("created_at").toInstant(),
        author(row),
        engine(row),
        read(row.getString("note"), Note.class));
  }

  private NoteVersions.Entry entry(Row row) {
    return new NoteVersions.Entry(
        row.getInteger("version"),
        Origin.valueOf(row.getString("origin")),
        row.getOffsetDateTime("created_at").toInstant(),
        author(row),
        engine(row),
        row.getInteger("statements"));
  }

  private static @Nullable Person author(Row row) {
    String subject = row.getString("author");
    return subject == null ? null : new Person(subject, row.getString("author_name"));
  }

  private @Nullable EngineName engine(Row row) {
    String engine = row.getString("engine");
    return engine == null ? null : read(engine, EngineName.class);
  }

  private static Stream<Row> stream(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored record cannot be written", e);
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
