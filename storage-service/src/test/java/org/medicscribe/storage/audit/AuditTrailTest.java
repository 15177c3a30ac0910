package org.medicscribe.storage.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.audit.AuditEntry.Action;
import org.medicscribe.storage.proof.SigningKeys;
import org.medicscribe.storage.testing.SuiteParts;
import org.medicscribe.storage.testing.Tokens;
import org.medicscribe.storage.testing.Visit;

@QuarkusTest
@QuarkusTestResource(SuiteParts.class)
class AuditTrailTest {

  @Inject SigningKeys keys;

  private final String clinic = "clinic-" + UUID.randomUUID();

  @Test
  void shouldChainWhatHappensAtOnceWithoutAHole() throws SQLException {
    // Given
    String rivera = Tokens.of("dr.rivera", clinic, "clinician");

    // When
    List<Thread> clinicians =
        IntStream.range(0, 8)
            .mapToObj(i -> Thread.ofVirtual().start(() -> Visit.recording(rivera)))
            .toList();
    for (Thread clinician : clinicians) {
      assertThat(joined(clinician)).isTrue();
    }

    // Then
    AuditChain chain = new AuditChain(keys);
    byte[] hash = AuditChain.start();
    long number = 0;
    try (Connection database = DriverManager.getConnection(SuiteParts.jdbcUrl());
        PreparedStatement query =
            database.prepareStatement(
                "select * from audit_entry where tenant = ? order by number")) {
      query.setString(1, clinic);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          number++;
          hash = chain.hash(hash, number, entry(rows));
          assertThat(rows.getLong("number")).isEqualTo(number);
          assertThat(rows.getBytes("hash")).isEqualTo(hash);
        }
      }
    }
    // And that they signed in.
    assertThat(number).isGreaterThanOrEqualTo(8 * 3);
  }

  private static boolean joined(Thread thread) {
    try {
      return thread.join(java.time.Duration.ofSeconds(30));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    UUID encounterId = row.getObject("encounter_id", UUID.class);
    return new AuditEntry(
        row.getString("tenant"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        Action.valueOf(row.getString("action")),
        encounterId == null ? null : new EncounterId(encounterId),
        row.getString("detail"));
  }
}
