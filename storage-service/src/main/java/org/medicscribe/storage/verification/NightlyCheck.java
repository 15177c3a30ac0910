package org.medicscribe.storage.verification;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.medicscribe.storage.outage.Outages;
import org.medicscribe.storage.outage.Schema;
import org.medicscribe.storage.proof.ProofConfig;
import org.medicscribe.storage.proof.SigningKeys;

/** Verifies the whole record once a night, and raises what an alert looks at. */
@ApplicationScoped
class NightlyCheck {

  private static final Logger LOG = Logger.getLogger(NightlyCheck.class);
  private static final int LOGGED = 20;

  private final AgroalDataSource database;
  private final SigningKeys keys;
  private final HeadsFile heads;
  private final Schema schema;
  private final Clock clock;

  private final AtomicLong findings;
  private final AtomicLong verifiedAt;

  NightlyCheck(
      AgroalDataSource database,
      SigningKeys keys,
      ProofConfig config,
      Schema schema,
      Clock clock,
      MeterRegistry metrics) {
    this.database = database;
    this.keys = keys;
    this.heads = new HeadsFile(config.headsFile(), keys);
    this.schema = schema;
    this.clock = clock;
    this.findings = metrics.gauge("scribe.record.findings", new AtomicLong());
    // Until the first night it tells since when nothing was verified.
    this.verifiedAt =
        metrics.gauge(
            "scribe.record.verified.timestamp.seconds",
            new AtomicLong(clock.instant().getEpochSecond()));
  }

  @Scheduled(
      cron = "{medic-scribe.verification.cron}",
      identity = "verification",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void run() {
    if (!schema.isReady()) {
      return;
    }
    try (Connection connection = database.getConnection()) {
      Report report = RecordCheck.of(connection, keys, heads);
      findings.set(report.findings().size());
      verifiedAt.set(clock.instant().getEpochSecond());
      LOG.infof(
          "record verified: entries=%s records=%s findings=%s",
          report.entries(), report.sealed(), report.findings().size());
      report.findings().stream()
          .limit(LOGGED)
          .forEach(finding ->
              LOG.errorf(
                  "record does not match: part=%s fault=%s where=\"%s\"",
                  finding.part(), finding.fault(), finding.where()));
    } catch (SQLException | IOException e) {
      LOG.errorf("record not verified: errorKind=EXTERNAL cause=%s", Outages.kindOf(e));
    }
  }
}
