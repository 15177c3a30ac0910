package org.medicscribe.storage.note.signing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.note.Addendum;
import org.medicscribe.storage.note.Person;
import org.medicscribe.storage.note.Signature;
import org.medicscribe.storage.proof.SealedRecord;
import org.medicscribe.storage.proof.Seals;

/** Signatures and addenda; both are only ever added, each with its seal. */
@ApplicationScoped
public class SignatureRepository {

  private final Seals seals;

  SignatureRepository(Seals seals) {
    this.seals = seals;
  }

  Uni<Void> sign(SqlConnection tx, EncounterId id, Signature signature) {
    return tx.preparedQuery(
            """
            insert into signature
              (encounter_id, version, signed_by, signed_by_name, signed_at, sha256, attestation)
            values ($1, $2, $3, $4, $5, $6, $7)\
            """)
        .execute(
            Tuple.tuple()
                .addUUID(id.value())
                .addInteger(signature.version())
                .addString(signature.by().subject())
                .addString(signature.by().name())
                .addOffsetDateTime(signature.at().atOffset(ZoneOffset.UTC))
                .addString(signature.sha256())
                .addString(signature.attestation()))
        .chain(() ->
            tx.preparedQuery("update encounter set signed_at = $2 where id = $1")
                .execute(Tuple.of(id.value(), signature.at().atOffset(ZoneOffset.UTC))))
        .chain(() -> seals.seal(tx, SealedRecord.NOTE, id, id.toString()));
  }

  /** Who was treated is signed with the note; tells whether anybody has said so. */
  Uni<Boolean> signPatient(SqlConnection tx, EncounterId id) {
    return seals.sealIfThere(tx, SealedRecord.PATIENT, id, id.toString());
  }

  Uni<Void> add(SqlConnection tx, EncounterId id, Addendum addendum) {
    return tx.preparedQuery(
            """
            insert into addendum (id, encounter_id, text, written_by, written_by_name, written_at)
            values ($1, $2, $3, $4, $5, $6)\
            """)
        .execute(
            Tuple.of(
                addendum.id(),
                id.value(),
                addendum.text(),
                addendum.by().subject(),
                addendum.by().name(),
                addendum.at().atOffset(ZoneOffset.UTC)))
        .chain(() -> seals.seal(tx, SealedRecord.ADDENDUM, id, addendum.id().toString()));
  }

  public Uni<Optional<Signature>> signature(SqlClient client, EncounterId id) {
    return client
        .preparedQuery("select * from signature where encounter_id = $1")
        .execute(Tuple.of(id.value()))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .findFirst()
                .map(SignatureRepository::signature));
  }

  /** Oldest first. */
  public Uni<List<Addendum>> addenda(SqlClient client, EncounterId id) {
    return client
        .preparedQuery("select * from addendum where encounter_id = $1 order by id")
        .execute(Tuple.of(id.value()))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(SignatureRepository::addendum)
                .toList());
  }

  private static Signature signature(Row row) {
    return new Signature(
        row.getInteger("version"),
        new Person(row.getString("signed_by"), row.getString("signed_by_name")),
        row.getOffsetDateTime("signed_at").toInstant(),
        row.getString("sha256"),
        row.getString("attestation"));
  }

  private static Addendum addendum(Row row) {
    return new Addendum(
        row.getUUID("id"),
        row.getString("text"),
        new Person(row.getString("written_by"), row.getString("written_by_name")),
        row.getOffsetDateTime("written_at").toInstant());
  }
}
