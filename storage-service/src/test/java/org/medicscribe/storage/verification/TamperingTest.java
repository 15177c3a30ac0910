package org.medicscribe.storage.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.storage.proof.Finding;
import org.medicscribe.storage.proof.Finding.Fault;
import org.medicscribe.storage.proof.Finding.Part;
import org.medicscribe.storage.proof.ProofConfig;
import org.medicscribe.storage.proof.SigningKeys;
import org.medicscribe.storage.testing.Mapping;
import org.medicscribe.storage.testing.SuiteParts;
import org.medicscribe.storage.testing.Tokens;
import org.medicscribe.storage.testing.Visit;

/** What the owner of the database can do, with every trigger off: all of it is noticed. */
@QuarkusTest
@QuarkusTestResource(SuiteParts.class)
class TamperingTest {

  /** What a column is changed to where another value of its type would not do. */
  private static final Map<String, String> VALUES =
      Map.of(
          "decision", "'WITHDRAWN'",
          "method", "'WRITTEN'",
          "given_by", "'REPRESENTATIVE'",
          "origin", "'DRAFT'",
          "action", "'AUDIO_READ'",
          "sex", "'MALE'",
          "engine", "'{\"name\": \"x\", \"embedded\": true}'",
          "note", "replace(note::text, 'Amoxicillin 500 mg', 'Morphine 100 mg')::jsonb");

  private static final Map<String, String> BY_TYPE =
      Map.of(
          "uuid", "gen_random_uuid()",
          "date", "%s + 1",
          "text", "coalesce(%s, '') || 'x'",
          "integer", "%s + 1000",
          "bigint", "%s + 1000",
          "timestamp with time zone", "%s + interval '1 second'",
          "bytea", "set_byte(%1$s, 0, get_byte(%1$s, 0) # 1)");

  @Inject AgroalDataSource database;
  @Inject SigningKeys keys;
  @Inject ProofConfig config;
  @Inject HeadsKeeper heads;
  @Inject NightlyCheck nightly;
  @Inject MeterRegistry metrics;
  @TempDir Path folder;

  private final String clinic = "clinic-" + UUID.randomUUID();
  private final String rivera = Tokens.of("dr.rivera", "Dr Rivera", clinic, "clinician");

  /** With the rights of the owner, and no trigger in the way. */
  private static Connection owner() throws SQLException {
    Connection owner = DriverManager.getConnection(SuiteParts.jdbcUrl());
    try (Statement statement = owner.createStatement()) {
      statement.execute("set session_replication_role = replica");
    }
    return owner;
  }

  private Visit signedWithAddendum() {
    Visit visit = Visit.settled(rivera);
    visit
        .identify(
            Map.of(
                "name",
                "Ana Lopez",
                "birthDate",
                "1956-02-29",
                "sex",
                "female",
                "identifier",
                Map.of("system", "urn:oid:1.2", "value", "7")))
        .then()
        .statusCode(200);
    visit.sign(2).then().statusCode(201);
    visit.addendum("Called back.").then().statusCode(201);
    return visit;
  }

  /** What the verification of everything says of this clinic and this visit. */
  private List<Finding> findings(Visit visit) {
    try (Connection connection = database.getConnection()) {
      return RecordCheck.of(connection, keys, new HeadsFile(config.headsFile(), keys))
          .findings()
          .stream()
          .filter(finding ->
              finding.where().contains(visit.id().toString()) || finding.where().contains(clinic))
          .toList();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void shouldFindNothingWhereNobodyChangedAnything() {
    // Given
    Visit visit = signedWithAddendum();
    heads.write();

    // Then
    assertThat(findings(visit)).isEmpty();
    assertThat(visit.get("/note").jsonPath().<Object>get("mismatch")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "signature, encounter_id = ?",
    "note_version, encounter_id = ? and version = 2",
    "addendum, encounter_id = ?",
    "consent, encounter_id = ?",
    "patient, encounter_id = ?"
  })
  void shouldShowWhoeverReadsThatAColumnWasChanged(String table, String row) throws SQLException {
    // Given
    Visit visit = signedWithAddendum();
    try (Connection owner = owner()) {
      for (Column column : columns(owner, table)) {
        // When
        Change change = change(owner, column, row, visit);

        // Then
        assertThat(visit.get("/note").jsonPath().getString("mismatch.type"))
            .as("%s.%s", table, column.name())
            .isEqualTo("record-does-not-match");
        assertThat(findings(visit)).as("%s.%s", table, column.name()).isNotEmpty();
        change.undo(owner);
      }
    }
    assertThat(findings(visit)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"patient_label", "tenant", "visit_type", "language", "created_at"})
  void shouldNoticeWhatOfTheVisitWasChanged(String name) throws SQLException {
    // Given
    Visit visit = signedWithAddendum();
    try (Connection owner = owner()) {
      Column column =
          columns(owner, "encounter").stream()
              .filter(each -> each.name().equals(name))
              .findFirst()
              .orElseThrow();

      // When
      Change change = change(owner, column, "id = ?", visit);

      // Then
      assertThat(findings(visit)).extracting(Finding::part).contains(Part.NOTE, Part.ADDENDUM);
      change.undo(owner);
    }
  }

  @Test
  void shouldNameTheEntryOfTheTrailThatWasChangedInAnyColumn() throws SQLException {
    // Given
    Visit visit = signedWithAddendum();
    heads.write();
    try (Connection owner = owner()) {
      for (Column column : columns(owner, "audit_entry")) {
        // When
        Change change = change(owner, column, "encounter_id = ? and action = 'NOTE_SIGNED'", visit);

        // Then
        assertThat(findings(visit))
            .as(column.name())
            .extracting(Finding::part)
            .contains(Part.AUDIT);
        change.undo(owner);
      }
    }
    assertThat(findings(visit)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "delete from signature where encounter_id = ?, NOTE, MISSING",
    "delete from addendum where encounter_id = ?, ADDENDUM, MISSING",
    "delete from consent where encounter_id = ?, CONSENT, MISSING",
    "delete from patient where encounter_id = ?, PATIENT, MISSING",
    "delete from seal where encounter_id = ? and kind = 'NOTE', NOTE, UNSEALED",
  })
  void shouldMissWhatWasDeleted(String statement, Part part, Fault fault) throws SQLException {
    // Given
    Visit visit = signedWithAddendum();

    // When
    try (Connection owner = owner();
        PreparedStatement change = owner.prepareStatement(statement)) {
      change.setObject(1, visit.id().value());
      assertThat(change.executeUpdate()).isPositive();
    }

    // Then
    assertThat(findings(visit))
        .anySatisfy(finding -> {
          assertThat(finding.part()).isEqualTo(part);
          assertThat(finding.fault()).isEqualTo(fault);
        });
    assertThat(visit.get("/note").jsonPath().getList("mismatch.findings")).isNotEmpty();
  }

  @Test
  void shouldNoticeAnAddendumThatTheServiceDidNotWrite() throws SQLException {
    // Given
    Visit visit = signedWithAddendum();

    // When
    execute(
        """
        insert into addendum select gen_random_uuid(), encounter_id, 'Morphine.', written_by,
          written_by_name, written_at from addendum where encounter_id = '%s'
        """
            .formatted(visit.id()));

    // Then
    assertThat(findings(visit))
        .extracting(Finding::fault)
        .containsExactlyInAnyOrder(Fault.UNSEALED, Fault.UNKNOWN);
  }

  @Test
  void shouldMissATailThatWasCut() throws SQLException {
    // Given
    Visit visit = signedWithAddendum();
    heads.write();
    long last = entries();

    // When the last two entries go, and the end is told as it was before them
    execute(
        """
        delete from audit_entry where tenant = '%1$s' and number > %2$d;
        update audit_chain set entries = %2$d,
          hash = (select hash from audit_entry where tenant = '%1$s' and number = %2$d)
        where tenant = '%1$s'
        """
            .formatted(clinic, last - 2));

    // Then
    assertThat(findings(visit))
        .contains(
            new Finding(
                Part.AUDIT,
                "clinic %s, entries %d to %d".formatted(clinic, last - 1, last),
                Fault.MISSING));
  }

  @Test
  void shouldNoticeATrailThatWasChainedAnewFromItsStart() throws Exception {
    // Given
    Visit visit = signedWithAddendum();

    // When it is chained anew as the first release did, which needs no key
    try (Connection owner = owner()) {
      Rewriting.withoutKey(owner, clinic, "nobody");
    }

    // Then
    assertThat(findings(visit))
        .contains(
            new Finding(
                Part.AUDIT,
                "clinic %s, entries 1 to %d".formatted(clinic, entries()),
                Fault.CHANGED));
  }

  @Test
  void shouldSayInWhatIsTakenOutsideThatItDoesNotMatch() throws SQLException {
    // Given
    Visit visit = signedWithAddendum();

    // When
    execute(
        "update note_version set note = replace(note::text, '500 mg', '100 mg')::jsonb"
            + " where version = 2 and encounter_id = '"
            + visit.id()
            + "'");

    // Then
    assertThat(Visit.as(rivera).accept("text/markdown").get(visit.path() + "/note").asString())
        .contains("This record does not match its signature", "Amoxicillin 100 mg");
  }

  @Test
  void shouldRaiseWhatTheAlertsLookAt() throws SQLException {
    // Given
    Visit visit = signedWithAddendum();
    nightly.run();
    double before = metrics.get("scribe.record.findings").gauge().value();
    double reads = metrics.get("scribe.record.mismatched.reads").counter().count();

    // When
    execute("update addendum set text = 'x' where encounter_id = '" + visit.id() + "'");
    visit.get("/note");
    nightly.run();

    // Then
    assertThat(metrics.get("scribe.record.findings").gauge().value()).isEqualTo(before + 1);
    assertThat(metrics.get("scribe.record.mismatched.reads").counter().count())
        .isEqualTo(reads + 1);
    assertThat(metrics.get("scribe.record.verified.timestamp.seconds").gauge().value())
        .isCloseTo(Instant.now().getEpochSecond(), within(60.0));
  }

  @Test
  void shouldTakeOverOnceWhatAnEarlierReleaseLeftWithoutASeal() throws Exception {
    // Given
    Visit visit = signedWithAddendum();
    execute("delete from seal where encounter_id = '" + visit.id() + "'");
    ProofConfig fresh =
        Mapping.of(
            ProofConfig.class,
            Map.of(
                "medic-scribe.proof.signing-key-file", "unused",
                "medic-scribe.proof.heads-file", folder.resolve("heads.jsonl").toString(),
                "medic-scribe.proof.environment", "test"));

    // When
    new HeadsKeeper(database, keys, fresh, Clock.systemUTC()).run();

    // Then
    assertThat(findings(visit)).isEmpty();

    // When it happens again, and the heads are there
    execute("delete from seal where encounter_id = '" + visit.id() + "'");
    new HeadsKeeper(database, keys, fresh, Clock.systemUTC()).run();

    // Then
    assertThat(findings(visit)).extracting(Finding::fault).containsOnly(Fault.UNSEALED).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"audit_entry", "signature", "addendum", "consent", "seal"})
  void shouldNotLetTheLoginOfTheServiceChangeOrDelete(String table) throws SQLException {
    List<String> statements =
        List.of(
            "update " + table + " set encounter_id = encounter_id",
            "delete from " + table,
            "truncate " + table,
            "alter table " + table + " disable trigger all",
            "drop table " + table);
    try (Connection service =
        DriverManager.getConnection(
            SuiteParts.jdbcUrl().replace("postgres?user=postgres", "postgres"),
            "medic_scribe_service",
            "service")) {
      for (String statement : statements) {
        assertThatThrownBy(
                () -> {
                  try (Statement attempt = service.createStatement()) {
                    attempt.execute(statement);
                  }
                })
            .as(statement)
            .isInstanceOf(SQLException.class)
            .extracting(failure -> ((SQLException) failure).getSQLState())
            .isEqualTo("42501");
      }
    }
  }

  private long entries() throws SQLException {
    try (Connection owner = owner();
        PreparedStatement query =
            owner.prepareStatement("select entries from audit_chain where tenant = ?")) {
      query.setString(1, clinic);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection owner = owner();
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  private record Column(String table, String name, String type) {

    String changed() {
      String value = VALUES.get(name);
      return value != null ? value : Objects.requireNonNull(BY_TYPE.get(type)).formatted(name);
    }
  }

  private static List<Column> columns(Connection owner, String table) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (PreparedStatement query =
        owner.prepareStatement(
            """
            select column_name, data_type from information_schema.columns
            where table_schema = 'public' and table_name = ?
            """)) {
      query.setString(1, table);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          columns.add(new Column(table, row.getString(1), row.getString(2)));
        }
      }
    }
    assertThat(columns).isNotEmpty();
    return columns;
  }

  /** A value that was there before, and where. */
  private record Change(Column column, Object before, String place) {

    void undo(Connection owner) throws SQLException {
      try (PreparedStatement back =
          owner.prepareStatement(
              "update %s set %s = ?::%s where ctid = ?::tid"
                  .formatted(column.table(), column.name(), column.type()))) {
        back.setObject(1, before);
        back.setString(2, place);
        assertThat(back.executeUpdate()).isEqualTo(1);
      }
    }
  }

  private static Change change(Connection owner, Column column, String row, Visit visit)
      throws SQLException {
    if (column.name().equals("number") && column.table().equals("consent")) {
      try (Statement open = owner.createStatement()) {
        open.execute("alter table consent alter number set generated by default");
      }
    }
    Object before;
    try (PreparedStatement query =
        owner.prepareStatement(
            "select %s from %s where %s".formatted(column.name(), column.table(), row))) {
      query.setObject(1, visit.id().value());
      try (ResultSet found = query.executeQuery()) {
        assertThat(found.next()).isTrue();
        before = found.getObject(1);
      }
    }
    try (PreparedStatement update =
        owner.prepareStatement(
            "update %s set %s = %s where %s returning ctid::text"
                .formatted(column.table(), column.name(), column.changed(), row))) {
      update.setObject(1, visit.id().value());
      try (ResultSet changed = update.executeQuery()) {
        assertThat(changed.next()).isTrue();
        return new Change(column, before, changed.getString(1));
      }
    }
  }
}
