package org.medicscribe.storage.proof;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.proof.Proof.Sealed;
import org.medicscribe.storage.proof.SealedRecord.Scope;

/** Seals what is written within its transaction, and holds what is read against its seals. */
@ApplicationScoped
public class Seals {

  private final Proof proof;
  private final ConfirmedSeals confirmed = new ConfirmedSeals();
  private final Counter mismatches;

  Seals(SigningKeys keys, MeterRegistry metrics) {
    this.proof = new Proof(keys);
    this.mismatches = metrics.counter("scribe.record.mismatched.reads");
  }

  /** Seals a record that this transaction has just written, as it stands there now. */
  public Uni<Void> seal(SqlConnection tx, SealedRecord kind, EncounterId id, String record) {
    return sealIfThere(tx, kind, id, record)
        .invoke(there -> {
          if (!there) {
            throw new IllegalStateException("there is no " + kind + " to seal");
          }
        })
        .replaceWithVoid();
  }

  /** The same of a record that not every encounter has; tells whether this one does. */
  public Uni<Boolean> sealIfThere(
      SqlConnection tx, SealedRecord kind, EncounterId id, String record) {
    return tx.preparedQuery(kind.selectOne())
        .execute(Tuple.of(id.value(), record))
        .chain(rows ->
            rows.size() == 0
                ? Uni.createFrom().item(false)
                : add(tx, kind, id, record, proof.seal(kind, fields(rows.iterator().next())))
                    .replaceWith(true));
  }

  private static Uni<Void> add(
      SqlConnection tx, SealedRecord kind, EncounterId id, String record, Seal seal) {
    return tx.preparedQuery(
            """
            insert into seal (kind, encounter_id, record, key_id, value)
            values ($1, $2, $3, $4, $5)\
            """)
        .execute(
            Tuple.of(kind.name(), id.value(), record, seal.keyId(), Buffer.buffer(seal.value())))
        .replaceWithVoid();
  }

  /** What of an encounter is not as it was written; empty when all of it is. */
  public Uni<List<Finding>> check(SqlClient client, EncounterId id) {
    // Both on their way at once.
    return Uni.combine()
        .all()
        .unis(changed(client, id), unequal(client, id))
        .with((changed, unequal) -> Stream.concat(changed.stream(), unequal.stream()).toList())
        .invoke(findings -> {
          if (!findings.isEmpty()) {
            mismatches.increment();
          }
        });
  }

  private Uni<List<Finding>> changed(SqlClient client, EncounterId id) {
    return client
        .preparedQuery(SealedRecord.selectAll(Scope.ENCOUNTER))
        .execute(Tuple.of(id.value()))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row -> proof.check(sealed(row), confirmed))
                .flatMap(Optional::stream)
                .toList());
  }

  private static Uni<List<Finding>> unequal(SqlClient client, EncounterId id) {
    return client
        .preparedQuery(SealedRecord.selectUnequal(Scope.ENCOUNTER))
        .execute(Tuple.of(id.value()))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row ->
                    Proof.unequal(
                        row.getUUID("encounter_id"),
                        row.getString("trace"),
                        row.getLong("told"),
                        row.getLong("kept")))
                .toList());
  }

  private static Sealed sealed(Row row) {
    String keyId = row.getString("key_id");
    return new Sealed(
        SealedRecord.valueOf(row.getString("kind")),
        row.getUUID("encounter_id"),
        row.getString("record"),
        fields(row),
        keyId == null ? null : new Seal(keyId, row.getBuffer("value").getBytes()));
  }

  private static List<@Nullable String> fields(Row row) {
    return Arrays.asList(row.getArrayOfStrings("fields"));
  }
}
