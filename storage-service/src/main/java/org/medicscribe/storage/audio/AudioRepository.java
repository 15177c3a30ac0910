package org.medicscribe.storage.audio;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.SampleRange;

/** Which samples are stored, and the wrapped key that opens them. */
@ApplicationScoped
public class AudioRepository {

  /** What is known of a recording's audio. */
  sealed interface Shelf {

    /**
     * @param since the earliest claim whose audio is still taken
     */
    record Open(String dataKey, SampleRanges stored, long since) implements Shelf {}

    /** Consent was withdrawn: the key is gone, and nothing is to be stored any more. */
    record Erased() implements Shelf {}

    record Unknown() implements Shelf {}
  }

  /**
   * A recording that may be listened to.
   *
   * @param end as the recorder said or, until then, the end of what is stored
   */
  record Playable(EncounterId encounterId, String dataKey, SampleRanges stored, SampleIndex end) {}

  Uni<Void> open(SqlConnection tx, EncounterId id, String dataKey, Instant now) {
    return tx.preparedQuery(
            """
            insert into audio (encounter_id, data_key, heard_at) values ($1, $2, $3)
            on conflict (encounter_id) do nothing\
            """)
        .execute(Tuple.of(id.value(), dataKey, now.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  /** For audio that comes after a withdrawal, of a recording that had none before. */
  Uni<Void> refuse(SqlConnection tx, EncounterId id, Instant now) {
    return tx.preparedQuery(
            """
            insert into audio (encounter_id, heard_at) values ($1, $2)
            on conflict (encounter_id) do nothing\
            """)
        .execute(Tuple.of(id.value(), now.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  Uni<Shelf> lock(SqlConnection tx, EncounterId id) {
    return tx.preparedQuery(
            """
            select a.data_key, sample_ranges(a.stored) as stored, e.recorder_since
            from audio a join encounter e on e.id = a.encounter_id
            where a.encounter_id = $1 for update of a\
            """)
        .execute(Tuple.of(id.value()))
        .map(rows -> first(rows).map(AudioRepository::shelf).orElseGet(Shelf.Unknown::new));
  }

  Uni<Void> setStored(SqlConnection tx, EncounterId id, SampleRanges stored, Instant now) {
    Long[] starts =
        stored.ranges().stream().map(range -> range.start().value()).toArray(Long[]::new);
    Long[] ends = stored.ranges().stream().map(range -> range.end().value()).toArray(Long[]::new);
    return tx.preparedQuery(
            """
            update audio set heard_at = $4, stored = (
              select coalesce(range_agg(int8range(s, e)), '{}')
              from unnest($2::bigint[], $3::bigint[]) as r(s, e))
            where encounter_id = $1\
            """)
        .execute(Tuple.of(id.value(), starts, ends, now.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  /** Where the stored audio ends; zero when there is none. */
  public Uni<SampleIndex> storedEnd(SqlConnection tx, EncounterId id) {
    return tx.preparedQuery("select upper(stored) as stored_end from audio where encounter_id = $1")
        .execute(Tuple.of(id.value()))
        .map(rows ->
            first(rows)
                .map(row -> row.getLong("stored_end"))
                .map(SampleIndex::of)
                .orElse(SampleIndex.ZERO));
  }

  /** Without its key the audio is gone, whatever happens to the files. */
  public Uni<Void> forgetKey(SqlConnection tx, EncounterId id) {
    return tx.preparedQuery(
            "update audio set data_key = null, stored = '{}' where encounter_id = $1")
        .execute(Tuple.of(id.value()))
        .replaceWithVoid();
  }

  Uni<Optional<Playable>> playable(SqlConnection tx, EncounterId id) {
    return tx.preparedQuery(
            """
            select a.data_key, sample_ranges(a.stored) as stored,
              coalesce(e.recorded_samples, upper(a.stored), 0) as samples
            from audio a join encounter e on e.id = a.encounter_id
            where e.id = $1 and a.data_key is not null\
            """)
        .execute(Tuple.of(id.value()))
        .map(rows ->
            first(rows)
                .map(row ->
                    new Playable(
                        id,
                        row.getString("data_key"),
                        ranges(row),
                        SampleIndex.of(row.getLong("samples")))));
  }

  private static Shelf shelf(Row row) {
    @Nullable String dataKey = row.getString("data_key");
    return dataKey == null
        ? new Shelf.Erased()
        : new Shelf.Open(dataKey, ranges(row), row.getLong("recorder_since"));
  }

  private static SampleRanges ranges(Row row) {
    JsonArray stored = row.getJsonArray("stored");
    List<SampleRange> ranges =
        stored.stream()
            .map(JsonObject.class::cast)
            .map(range ->
                new SampleRange(
                    SampleIndex.of(range.getLong("start")), SampleIndex.of(range.getLong("end"))))
            .toList();
    return new SampleRanges(ranges);
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).findFirst();
  }
}
