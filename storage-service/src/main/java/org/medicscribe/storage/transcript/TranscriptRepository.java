package org.medicscribe.storage.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.EngineName;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.SampleRange;
import org.medicscribe.events.Segment;
import org.medicscribe.events.SegmentId;
import org.medicscribe.events.TranscriptEvent.RevisedSegment;
import org.medicscribe.events.TranscriptFold;
import org.medicscribe.events.Word;

/** The folded transcript, its coverage and its end. */
@ApplicationScoped
class TranscriptRepository {

  private static final TypeReference<List<Word>> WORDS = new TypeReference<>() {};

  /** How far a transcript is. */
  record Progress(TranscriptFold fold, boolean complete) {
    static final Progress NONE = new Progress(TranscriptFold.EMPTY, false);
  }

  private final ObjectMapper json;

  TranscriptRepository(ObjectMapper json) {
    this.json = json;
  }

  Uni<Progress> progress(SqlClient client, EncounterId id) {
    return client
        .preparedQuery(
            """
            select covered, completed_at is not null as complete
            from transcript where encounter_id = $1\
            """)
        .execute(Tuple.of(id.value()))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .findFirst()
                .map(row ->
                    new Progress(
                        new TranscriptFold(SampleIndex.of(row.getLong("covered"))),
                        row.getBoolean("complete")))
                .orElse(Progress.NONE));
  }

  Uni<Void> advance(
      SqlConnection tx,
      EncounterId id,
      TranscriptFold fold,
      Optional<SampleRange> heard,
      EngineName engine) {
    return tx.preparedQuery(
            """
            insert into transcript (encounter_id, covered, heard, engine)
            values ($1, $2, int8multirange(int8range($3, $4)), $5::text::jsonb)
            on conflict (encounter_id) do update set
              covered = excluded.covered,
              heard = transcript.heard + excluded.heard,
              engine = excluded.engine\
            """)
        .execute(
            Tuple.of(
                id.value(),
                fold.covered().value(),
                heard.map(range -> range.start().value()).orElse(0L),
                heard.map(range -> range.end().value()).orElse(0L),
                write(engine)))
        .replaceWithVoid();
  }

  Uni<Void> complete(SqlConnection tx, EncounterId id, EngineName engine, Instant now) {
    return tx.preparedQuery(
            """
            insert into transcript (encounter_id, engine, completed_at)
            values ($1, $2::text::jsonb, $3)
            on conflict (encounter_id) do update set
              completed_at = coalesce(transcript.completed_at, excluded.completed_at)\
            """)
        .execute(Tuple.of(id.value(), write(engine), now.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  Uni<Void> add(SqlConnection tx, EncounterId id, List<Segment> segments) {
    if (segments.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Tuple> rows = segments.stream().map(segment -> tuple(id, segment)).toList();
    return tx.preparedQuery(
            """
            insert into segment
              (encounter_id, start_sample, end_sample, speaker, words, confidence, inaudible)
            values ($1, $2, $3, $4, $5::text::jsonb, $6, $7)\
            """)
        .executeBatch(rows)
        .replaceWithVoid();
  }

  /** Says whose segments are; one that is not stored under this id is passed over. */
  Uni<Void> revise(SqlConnection tx, EncounterId id, List<RevisedSegment> revised) {
    if (revised.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Tuple> rows =
        revised.stream()
            .map(each -> Tuple.of(id.value(), each.id().start().value(), each.speaker()))
            .toList();
    return tx.preparedQuery(
            "update segment set speaker = $3 where encounter_id = $1 and start_sample = $2")
        .executeBatch(rows)
        .replaceWithVoid();
  }

  /** In the order in which it was said. */
  Uni<List<Segment>> segments(SqlClient client, EncounterId id) {
    return client
        .preparedQuery(
            """
            select start_sample, end_sample, speaker, words::text as words, confidence, inaudible
            from segment where encounter_id = $1 order by start_sample, number\
            """)
        .execute(Tuple.of(id.value()))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(this::segment).toList());
  }

  /** How long the stored words are, in bytes. */
  Uni<Long> length(SqlClient client, EncounterId id) {
    return client
        .preparedQuery(
            """
            select coalesce(sum(pg_column_size(words)), 0)::bigint as length
            from segment where encounter_id = $1\
            """)
        .execute(Tuple.of(id.value()))
        .map(rows -> rows.iterator().next().getLong("length"));
  }

  Uni<Optional<Segment>> segment(SqlClient client, EncounterId id, SegmentId segment) {
    return segments(client, id)
        .map(segments -> segments.stream().filter(each -> each.id().equals(segment)).findFirst());
  }

  Uni<Void> erase(SqlConnection tx, EncounterId id) {
    return tx.preparedQuery("delete from segment where encounter_id = $1")
        .execute(Tuple.of(id.value()))
        .chain(() ->
            tx.preparedQuery("delete from transcript where encounter_id = $1")
                .execute(Tuple.of(id.value())))
        .replaceWithVoid();
  }

  private Tuple tuple(EncounterId id, Segment segment) {
    return Tuple.tuple()
        .addUUID(id.value())
        .addLong(segment.start().value())
        .addLong(segment.end().value())
        .addString(segment.speaker())
        .addString(write(segment.words()))
        .addDouble(segment.confidence())
        .addBoolean(segment.inaudible());
  }

  private Segment segment(Row row) {
    return new Segment(
        SampleIndex.of(row.getLong("start_sample")),
        SampleIndex.of(row.getLong("end_sample")),
        row.getString("speaker"),
        words(row.getString("words")),
        row.getDouble("confidence"),
        row.getBoolean("inaudible"));
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a contract record cannot be written", e);
    }
  }

  private List<Word> words(String text) {
    try {
      return json.readValue(text, WORDS);
    } catch (JsonProcessingException unreadable) {
      // Its message would quote the words.
      throw new IllegalStateException("stored words cannot be read");
    }
  }
}
