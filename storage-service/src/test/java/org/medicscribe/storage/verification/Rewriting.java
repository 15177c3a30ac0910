package org.medicscribe.storage.verification;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.medicscribe.storage.audit.AuditChain;
import org.medicscribe.storage.audit.Chains;

/** What an owner of the database does who has read how the trail is chained, and has no key. */
final class Rewriting {

  private Rewriting() {}

  static void withoutKey(Connection owner, String clinic, String actor) throws Exception {
    byte[] hash = AuditChain.start();
    try (Statement query = owner.createStatement();
        PreparedStatement change =
            owner.prepareStatement(
                "update audit_entry set actor = ?, hash = ? where tenant = ? and number = ?");
        PreparedStatement head =
            owner.prepareStatement("update audit_chain set hash = ? where tenant = ?");
        ResultSet row =
            query.executeQuery(
                "select * from audit_entry where tenant = '%s' order by number"
                    .formatted(clinic))) {
      while (row.next()) {
        List<String> fields =
            List.of(
                clinic,
                row.getObject("at", OffsetDateTime.class).toInstant().toString(),
                actor,
                row.getString("action"),
                Objects.requireNonNullElse(row.getString("encounter_id"), ""),
                row.getString("detail"));
        hash =
            MessageDigest.getInstance("SHA-256")
                .digest(Chains.link(hash, row.getLong("number"), fields));
        change.setString(1, actor);
        change.setBytes(2, hash);
        change.setString(3, clinic);
        change.setLong(4, row.getLong("number"));
        change.executeUpdate();
      }
      head.setBytes(1, hash);
      head.setString(2, clinic);
      head.executeUpdate();
    }
  }
}
