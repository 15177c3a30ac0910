package org.medicscribe.storage.transcript;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.SegmentId;
import org.medicscribe.events.SoapNote.SpeakerRole;

/** What persons say about a transcript: corrected segments, and who the voices are. */
@ApplicationScoped
class CorrectionRepository {

  Uni<Map<SegmentId, Correction>> corrections(SqlClient client, EncounterId id) {
    return client
        .preparedQuery("select * from segment_correction where encounter_id = $1")
        .execute(Tuple.of(id.value()))
        .map(rows ->
            stream(rows)
                .collect(
                    Collectors.toMap(
                        row -> SegmentId.startingAt(SampleIndex.of(row.getLong("start_sample"))),
                        CorrectionRepository::correction)));
  }

  Uni<Void> put(SqlConnection tx, EncounterId id, SampleIndex start, Correction correction) {
    return tx.preparedQuery(
            """
            insert into segment_correction
              (encounter_id, start_sample, text, speaker, corrected_by, corrected_by_name,
               corrected_at)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (encounter_id, start_sample) do update set
              text = excluded.text, speaker = excluded.speaker,
              corrected_by = excluded.corrected_by,
              corrected_by_name = excluded.corrected_by_name,
              corrected_at = excluded.corrected_at\
            """)
        .execute(
            Tuple.tuple()
                .addUUID(id.value())
                .addLong(start.value())
                .addString(correction.text())
                .addString(correction.speaker())
                .addString(correction.by().subject())
                .addString(correction.by().name())
                .addOffsetDateTime(correction.by().at().atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  /** It reads as it was heard again. */
  Uni<Void> remove(SqlConnection tx, EncounterId id, SampleIndex start) {
    return tx.preparedQuery(
            "delete from segment_correction where encounter_id = $1 and start_sample = $2")
        .execute(Tuple.of(id.value(), start.value()))
        .replaceWithVoid();
  }

  /** Drafts from before this moment are stale. */
  Uni<Void> revise(SqlConnection tx, EncounterId id) {
    return tx.preparedQuery("update transcript set revision = revision + 1 where encounter_id = $1")
        .execute(Tuple.of(id.value()))
        .replaceWithVoid();
  }

  /** By label, as persons have said. */
  Uni<Map<String, SpeakerRole>> roles(SqlClient client, EncounterId id) {
    return client
        .preparedQuery("select label, role from speaker_role where encounter_id = $1")
        .execute(Tuple.of(id.value()))
        .map(rows ->
            stream(rows)
                .collect(
                    Collectors.toMap(
                        row -> row.getString("label"),
                        row -> SpeakerRole.valueOf(row.getString("role")))));
  }

  Uni<Void> setRole(SqlConnection tx, EncounterId id, String label, SpeakerRole role) {
    return tx.preparedQuery(
            """
            insert into speaker_role (encounter_id, label, role) values ($1, $2, $3)
            on conflict (encounter_id, label) do update set role = excluded.role\
            """)
        .execute(Tuple.of(id.value(), label, role.name()))
        .replaceWithVoid();
  }

  Uni<Void> erase(SqlConnection tx, EncounterId id) {
    return tx.preparedQuery("delete from segment_correction where encounter_id = $1")
        .execute(Tuple.of(id.value()))
        .chain(() ->
            tx.preparedQuery("delete from speaker_role where encounter_id = $1")
                .execute(Tuple.of(id.value())))
        .replaceWithVoid();
  }

  private static Correction correction(Row row) {
    return new Correction(
        row.getString("text"),
        row.getString("speaker"),
        new Correction.By(
            row.getString("corrected_by"),
            row.getString("corrected_by_name"),
            row.getOffsetDateTime("corrected_at").toInstant()));
  }

  private static Stream<Row> stream(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }
}
