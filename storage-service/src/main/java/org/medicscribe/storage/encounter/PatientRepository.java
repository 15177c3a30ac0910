package org.medicscribe.storage.encounter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.encounter.PatientIdentity.Identifier;
import org.medicscribe.storage.encounter.PatientIdentity.Sex;

/** Who was treated. Whoever writes holds the row lock of the encounter. */
@ApplicationScoped
class PatientRepository {

  /** Of a table {@code patient p}. */
  static final String COLUMNS =
      "p.encounter_id as patient_of, p.identifier_system, p.identifier, p.name as patient_name,"
          + " p.birth_date, p.sex";

  Uni<Void> put(SqlConnection tx, EncounterId id, PatientIdentity patient) {
    Identifier identifier = patient.identifier();
    Sex sex = patient.sex();
    return tx.preparedQuery(
            """
            insert into patient
              (encounter_id, identifier_system, identifier, name, birth_date, sex)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (encounter_id) do update set
              identifier_system = excluded.identifier_system, identifier = excluded.identifier,
              name = excluded.name, birth_date = excluded.birth_date, sex = excluded.sex\
            """)
        .execute(
            Tuple.tuple()
                .addUUID(id.value())
                .addString(identifier == null ? null : identifier.system())
                .addString(identifier == null ? null : identifier.value())
                .addString(patient.name())
                .addLocalDate(patient.birthDate())
                .addString(sex == null ? null : sex.name()))
        .replaceWithVoid();
  }

  Uni<Void> forget(SqlConnection tx, EncounterId id) {
    return tx.preparedQuery("delete from patient where encounter_id = $1")
        .execute(Tuple.of(id.value()))
        .replaceWithVoid();
  }

  static Optional<PatientIdentity> patient(Row row) {
    if (row.getUUID("patient_of") == null) {
      return Optional.empty();
    }
    String identifier = row.getString("identifier");
    String sex = row.getString("sex");
    LocalDate birthDate = row.getLocalDate("birth_date");
    return Optional.of(
        new PatientIdentity(
            identifier == null
                ? null
                : new Identifier(row.getString("identifier_system"), identifier),
            row.getString("patient_name"),
            birthDate,
            sex == null ? null : Sex.valueOf(sex)));
  }
}
