package org.medicscribe.storage.verification;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.medicscribe.storage.audit.AuditChain;
import org.medicscribe.storage.outage.AfterMigration;
import org.medicscribe.storage.outage.Outages;
import org.medicscribe.storage.outage.Schema;
import org.medicscribe.storage.proof.Proof;
import org.medicscribe.storage.proof.ProofConfig;
import org.medicscribe.storage.proof.SigningKeys;

/**
 * Writes the heads of the audit trail down outside the database: every hour, and at the end.
 *
 * <p>Where nothing was written down yet, the record is of the first release, or new: what is there
 * is taken over as it is, once. Its trail may be without a key up to here, and what has no seal
 * gets one. From then on a record without a seal is one that somebody slipped in.
 */
@ApplicationScoped
class HeadsKeeper implements AfterMigration {

  private static final Logger LOG = Logger.getLogger(HeadsKeeper.class);

  private final AgroalDataSource database;
  private final Proof proof;
  private final HeadsFile heads;
  private final Clock clock;

  /** What was written down last, by clinic; their number is bounded by that of the clinics. */
  private final Map<String, String> written = new HashMap<>();

  HeadsKeeper(AgroalDataSource database, SigningKeys keys, ProofConfig config, Clock clock) {
    this.database = database;
    this.proof = new Proof(keys);
    this.heads = new HeadsFile(config.headsFile(), keys);
    this.clock = clock;
  }

  @Override
  public void run() throws SQLException, IOException {
    if (heads.exists()) {
      return;
    }
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      List<Head> stands = stands(connection, true);
      UnsealedRecords.seal(connection, proof);
      connection.commit();
      // Tells that the record was taken over even when there is nothing in it.
      stands.addFirst(Head.of(clock.instant(), "", 0, AuditChain.start(), true));
      heads.append(stands);
      LOG.warnf("took over what is in the database as it is: clinics=%s", stands.size() - 1);
    }
  }

  @Scheduled(
      every = "${medic-scribe.proof.heads-every}",
      delayed = "${medic-scribe.proof.heads-every}",
      identity = "heads",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void keep() {
    write();
  }

  void end(@Observes ShutdownEvent ending, Schema schema) {
    if (schema.isReady()) {
      write();
    }
  }

  /** Writes the heads down that are others than before. Blocking. */
  synchronized void write() {
    try (Connection connection = database.getConnection()) {
      List<Head> news =
          stands(connection, false).stream()
              .filter(head -> !head.hash().equals(written.get(head.tenant())))
              .toList();
      if (!news.isEmpty()) {
        heads.append(news);
        news.forEach(head -> written.put(head.tenant(), head.hash()));
      }
    } catch (SQLException | IOException e) {
      LOG.errorf("heads not written: errorKind=EXTERNAL cause=%s", Outages.kindOf(e));
    }
  }

  private List<Head> stands(Connection connection, boolean takenOver) throws SQLException {
    Instant now = clock.instant();
    List<Head> stands = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select tenant, entries, hash from audit_chain order by 1")) {
      while (row.next()) {
        stands.add(Head.of(now, row.getString(1), row.getLong(2), row.getBytes(3), takenOver));
      }
    }
    return stands;
  }
}
