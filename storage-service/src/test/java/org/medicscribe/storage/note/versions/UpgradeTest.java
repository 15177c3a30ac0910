package org.medicscribe.storage.note.versions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.medicscribe.storage.note.Note;

/** What the first release stored is read by this one. */
class UpgradeTest {

  private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

  @Test
  void shouldReadDraftsOfTheFirstRelease() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      // Given two drafts as the first release stored them
      String url = postgres.getJdbcUrl("postgres", "postgres");
      migrate(url, "2");
      insert(url, golden());

      // When
      migrate(url, "latest");

      // Then
      try (Connection database = DriverManager.getConnection(url);
          Statement query = database.createStatement();
          ResultSet rows = query.executeQuery("select * from note_version order by version desc")) {
        assertThat(rows.next()).isTrue();
        Note note = json.readValue(rows.getString("note"), Note.class);
        assertThat(rows.getString("origin")).isEqualTo("REDRAFT");
        assertThat(rows.getInt("unsupported")).isEqualTo(1);
        assertThat(rows.getInt("omissions")).isEqualTo(1);
        assertThat(note.open()).isEqualTo(new Note.Open(1, 1));
        assertThat(note.unsupported()).containsExactly("plan-1");
        assertThat(note.unresolved()).containsExactly("o2-1");
        assertThat(note.sections()).hasSize(4);
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString("origin")).isEqualTo("DRAFT");
      }
    }
  }

  private String golden() throws IOException {
    Path file = Path.of("../encounter-events/src/test/resources/golden/note/note-drafted.json");
    return json.readTree(file.toFile()).path("note").toString();
  }

  private static void migrate(String url, String target) {
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("filesystem:src/main/resources/db/migration")
        .target(target)
        .placeholders(Map.of("service", "postgres"))
        // Who may do what is said about the latest tables.
        .skipDefaultCallbacks(!target.equals("latest"))
        .load()
        .migrate();
  }

  private static void insert(String url, String note) throws SQLException {
    UUID id = UUID.randomUUID();
    try (Connection database = DriverManager.getConnection(url);
        PreparedStatement encounter =
            database.prepareStatement(
                """
                insert into encounter (id, tenant, owner, patient_label, language, template,
                  key_terms, state, created_at)
                values (?, 'clinic-a', 'dr.rivera', 'Ana', 'en', 'soap', '{}', 'REVIEW', now())
                """);
        PreparedStatement version =
            database.prepareStatement(
                """
                insert into note_version (encounter_id, version, origin, note, created_at)
                values (?, ?, 'MODEL', ?::jsonb, now())
                """)) {
      encounter.setObject(1, id);
      encounter.executeUpdate();
      for (int number = 1; number <= 2; number++) {
        version.setObject(1, id);
        version.setInt(2, number);
        version.setString(3, note);
        version.executeUpdate();
      }
    }
  }
}
