package org.medicscribe.storage.verification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.medicscribe.storage.proof.Proof;
import org.medicscribe.storage.proof.Proof.Sealed;
import org.medicscribe.storage.proof.Seal;
import org.medicscribe.storage.proof.SealedRecord;
import org.medicscribe.storage.proof.SealedRecord.Scope;

/** Records of an earlier release, which had no seals. */
final class UnsealedRecords {

  private UnsealedRecords() {}

  /** Seals them as they stand there now, within the connection's transaction. Blocking. */
  static void seal(Connection connection, Proof proof) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = aFewAtOnce(statement).executeQuery(SealedRecord.selectAll(Scope.ALL));
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into seal (kind, encounter_id, record, key_id, value)
                values (?, ?, ?, ?, ?) on conflict do nothing\
                """)) {
      while (row.next()) {
        Sealed record = RecordCheck.sealed(row);
        if (record.seal() == null) {
          Seal seal = proof.seal(record.kind(), record.fields());
          insert.setString(1, record.kind().name());
          insert.setObject(2, record.encounterId());
          insert.setString(3, record.record());
          insert.setString(4, seal.keyId());
          insert.setBytes(5, seal.value());
          insert.executeUpdate();
        }
      }
    }
  }

  /** A note may be a megabyte. */
  private static Statement aFewAtOnce(Statement statement) throws SQLException {
    statement.setFetchSize(10);
    return statement;
  }
}
