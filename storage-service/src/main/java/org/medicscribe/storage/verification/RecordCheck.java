package org.medicscribe.storage.verification;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medicscribe.storage.audit.AuditChain;
import org.medicscribe.storage.proof.Finding;
import org.medicscribe.storage.proof.Proof;
import org.medicscribe.storage.proof.Proof.Sealed;
import org.medicscribe.storage.proof.Seal;
import org.medicscribe.storage.proof.SealedRecord;
import org.medicscribe.storage.proof.SealedRecord.Scope;
import org.medicscribe.storage.proof.SigningKeys;

/**
 * Reads all of the record from one snapshot, a thousand rows at a time, and holds it to its proof.
 */
final class RecordCheck {

  private static final int ENTRIES_AT_ONCE = 1000;

  /** A note may be a megabyte; the heap is the service's, which goes on working. */
  private static final int RECORDS_AT_ONCE = 10;

  private final AuditChain chain;
  private final Proof proof;
  private final HeadsFile heads;

  private final List<Finding> findings = new ArrayList<>();
  private final Map<SealedRecord, Long> sealed = new EnumMap<>(SealedRecord.class);
  private long entries;
  private long withoutKey;

  private RecordCheck(SigningKeys keys, HeadsFile heads) {
    this.chain = new AuditChain(keys);
    this.proof = new Proof(keys);
    this.heads = heads;
  }

  /** Blocking, for as long as it takes. */
  static Report of(Connection database, SigningKeys keys, HeadsFile heads)
      throws SQLException, IOException {
    RecordCheck check = new RecordCheck(keys, heads);
    database.setAutoCommit(false);
    try (Statement statement = database.createStatement()) {
      statement.execute("set transaction isolation level repeatable read, read only");
      statement.setFetchSize(ENTRIES_AT_ONCE);
      check.trail(statement);
      statement.setFetchSize(RECORDS_AT_ONCE);
      check.records(statement);
      check.counts(statement);
    } finally {
      database.rollback();
    }
    return new Report(check.entries, check.withoutKey, check.sealed, check.findings);
  }

  /** Where the database says that a trail stands. */
  private record Stand(long entries, byte[] hash) {}

  private void trail(Statement statement) throws SQLException, IOException {
    HeadsFile.Read written = heads.read();
    findings.addAll(written.broken());
    Map<String, List<Head>> byClinic = written.heads().stream().collect(groupingBy(Head::tenant));
    Map<String, Stand> stands = new TreeMap<>();
    try (ResultSet row = statement.executeQuery("select tenant, entries, hash from audit_chain")) {
      while (row.next()) {
        stands.put(row.getString(1), new Stand(row.getLong(2), row.getBytes(3)));
      }
    }
    // A clinic of which nothing is left is known by its heads.
    Map<String, ChainCheck> checks = new TreeMap<>();
    byClinic.keySet().forEach(clinic -> check(checks, byClinic, clinic));
    stands.keySet().forEach(clinic -> check(checks, byClinic, clinic));
    try (ResultSet row =
        statement.executeQuery(
            """
            select tenant, number, at, actor, action, encounter_id, detail, hash
            from audit_entry order by tenant, number\
            """)) {
      while (row.next()) {
        entries++;
        check(checks, byClinic, row.getString("tenant"))
            .entry(row.getLong("number"), fields(row), row.getBytes("hash"));
      }
    }
    checks.forEach((clinic, check) -> {
      Stand stand = stands.getOrDefault(clinic, new Stand(0, AuditChain.start()));
      check.end(stand.entries(), stand.hash());
      findings.addAll(check.findings());
      withoutKey += check.withoutKey();
    });
  }

  private ChainCheck check(
      Map<String, ChainCheck> checks, Map<String, List<Head>> heads, String clinic) {
    return checks.computeIfAbsent(
        clinic, name -> new ChainCheck(name, chain, heads.getOrDefault(name, List.of())));
  }

  private static List<String> fields(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
    return List.of(
        row.getString("tenant"),
        at.toInstant().toString(),
        row.getString("actor"),
        row.getString("action"),
        Objects.requireNonNullElse(row.getString("encounter_id"), ""),
        row.getString("detail"));
  }

  private void records(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(SealedRecord.selectAll(Scope.ALL))) {
      while (row.next()) {
        Sealed record = sealed(row);
        sealed.merge(record.kind(), 1L, Long::sum);
        proof.check(record).ifPresent(findings::add);
      }
    }
  }

  private void counts(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(SealedRecord.selectUnequal(Scope.ALL))) {
      while (row.next()) {
        findings.add(
            Proof.unequal(
                row.getObject("encounter_id", UUID.class),
                row.getString("trace"),
                row.getLong("told"),
                row.getLong("kept")));
      }
    }
  }

  static Sealed sealed(ResultSet row) throws SQLException {
    String keyId = row.getString("key_id");
    @Nullable String[] fields = (@Nullable String[]) row.getArray("fields").getArray();
    return new Sealed(
        SealedRecord.valueOf(row.getString("kind")),
        row.getObject("encounter_id", UUID.class),
        row.getString("record"),
        Arrays.asList(fields),
        keyId == null ? null : new Seal(keyId, row.getBytes("value")));
  }
}
