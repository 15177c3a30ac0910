package org.medicscribe.storage.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.medicscribe.storage.audit.AuditChain;
import org.medicscribe.storage.audit.Chains;
import org.medicscribe.storage.proof.Proof;
import org.medicscribe.storage.proof.SigningKeys;

/** How long the night's verification takes: {@code -Dverification=100000,10000}. */
@EnabledIfSystemProperty(named = "verification", matches = "\\d+,\\d+")
class VerificationSpeedTest {

  private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");

  @TempDir Path folder;

  private final SigningKeys keys =
      SigningKeys.of(List.of(Base64.getEncoder().encodeToString(new byte[32])));

  @Test
  void shouldVerifyAClinicInSeconds() throws Exception {
    String[] sizes = System.getProperty("verification", "").split(",");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      // Given
      String url = postgres.getJdbcUrl("postgres", "postgres");
      Flyway.configure()
          .dataSource(url, null, null)
          .locations("filesystem:src/main/resources/db/migration")
          .placeholders(Map.of("service", "postgres"))
          .load()
          .migrate();
      HeadsFile heads = new HeadsFile(folder.resolve("heads.jsonl"), keys);
      try (Connection database = DriverManager.getConnection(url)) {
        fill(database, Integer.parseInt(sizes[0]), Integer.parseInt(sizes[1]), heads);
      }

      // When
      for (int run = 1; run <= 3; run++) {
        try (Connection database = DriverManager.getConnection(url)) {
          long began = System.nanoTime();
          Report report = RecordCheck.of(database, keys, heads);

          // Then
          System.out.printf(
              "verified %d entries and %s in %.2f s%n",
              report.entries(), report.sealed(), (System.nanoTime() - began) / 1e9);
          assertThat(report.findings()).isEmpty();
        }
      }
    }
  }

  private void fill(Connection database, int entries, int notes, HeadsFile heads) throws Exception {
    database.setAutoCommit(false);
    try (Statement statement = database.createStatement()) {
      statement.execute(
          """
          insert into encounter (id, tenant, owner, patient_label, language, template, key_terms,
            state, created_at)
          select gen_random_uuid(), 'clinic-a', 'dr.rivera', 'Ana', 'en', 'soap', '{}', 'SIGNED',
            now() from generate_series(1, %d)
          """
              .formatted(notes));
      statement.execute(
          """
          insert into note_version (encounter_id, version, origin, note, created_at, unsupported,
            omissions)
          select id, 2, 'EDIT', jsonb_build_object('sections', (select jsonb_agg(
              jsonb_build_object('id', 's' || i, 'text', repeat('Amoxicillin 500 mg, ' || i, 5),
                'evidence', jsonb_build_array(jsonb_build_object('segment', i, 'quote',
                  repeat('five hundred milligrams ', 5))))) from generate_series(1, 20) i)),
            now(), 0, 0 from encounter
          """);
      statement.execute(
          """
          insert into signature (encounter_id, version, signed_by, signed_by_name, signed_at,
            sha256, attestation)
          select id, 2, 'dr.rivera', 'Dr Rivera', now(), md5(id::text),
            'I have checked this note.' from encounter
          """);
    }
    chain(database, entries, heads);
    UnsealedRecords.seal(database, new Proof(keys));
    database.commit();
  }

  /** Every note has its entry; the others tell of reading. */
  private void chain(Connection database, int entries, HeadsFile heads) throws Exception {
    byte[] hash = AuditChain.start();
    long number = 0;
    try (Statement query = database.createStatement();
        var signed = query.executeQuery("select encounter_id, sha256 from signature");
        PreparedStatement insert =
            database.prepareStatement("insert into audit_entry values (?, ?, ?, ?, ?, ?, ?, ?)")) {
      while (signed.next() && number < entries) {
        UUID id = signed.getObject(1, UUID.class);
        hash =
            entry(
                insert,
                ++number,
                "NOTE_SIGNED",
                id,
                "version 2 sha256 " + signed.getString(2),
                hash);
      }
      UUID read = UUID.randomUUID();
      while (number < entries) {
        hash = entry(insert, ++number, "AUDIO_READ", read, "", hash);
      }
      insert.executeBatch();
    }
    try (PreparedStatement head =
        database.prepareStatement("insert into audit_chain values ('clinic-a', ?, ?)")) {
      head.setLong(1, number);
      head.setBytes(2, hash);
      head.executeUpdate();
    }
    heads.append(List.of(Head.of(AT, "clinic-a", number, hash, false)));
  }

  private byte[] entry(
      PreparedStatement insert, long number, String action, UUID id, String detail, byte[] before)
      throws SQLException {
    List<String> fields =
        List.of("clinic-a", AT.toString(), "dr.rivera", action, id.toString(), detail);
    byte[] hash = keys.mac(Chains.link(before, number, fields));
    insert.setString(1, "clinic-a");
    insert.setLong(2, number);
    insert.setObject(3, AT.atOffset(ZoneOffset.UTC));
    insert.setString(4, "dr.rivera");
    insert.setString(5, action);
    insert.setObject(6, id);
    insert.setString(7, detail);
    insert.setBytes(8, hash);
    insert.addBatch();
    return hash;
  }
}
