package org.medicscribe.storage.verification;

import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.medicscribe.storage.command.ServiceSettings;
import org.medicscribe.storage.proof.SealedRecord;
import org.medicscribe.storage.proof.SigningKeys;

/**
 * Verifies the whole record without the service, with the service's settings: {@code ./scribe audit
 * verify}, and {@code deploy/audit verify}. Ends with 0 when all of it is as it was written, with 1
 * when something is not, with 2 when that cannot be told.
 */
public final class VerifyCommand {

  private VerifyCommand() {}

  public static void main(String[] arguments) {
    System.exit(run(System.out, System.err));
  }

  private static int run(PrintStream out, PrintStream err) {
    try {
      SmallRyeConfig settings = ServiceSettings.read();
      SigningKeys keys =
          SigningKeys.of(
              Files.readAllLines(
                  settings.getValue("medic-scribe.proof.signing-key-file", Path.class)));
      HeadsFile heads =
          new HeadsFile(settings.getValue("medic-scribe.proof.heads-file", Path.class), keys);
      try (Connection database = ServiceSettings.database(settings)) {
        long began = System.nanoTime();
        Report report = RecordCheck.of(database, keys, heads);
        print(out, report, System.nanoTime() - began);
        return report.isClean() ? 0 : 1;
      }
    } catch (NoSuchFileException missing) {
      err.println("The record cannot be verified: there is no " + missing.getMessage());
      return 2;
    } catch (IOException | SQLException | IllegalStateException e) {
      err.println("The record cannot be verified: " + e.getMessage());
      return 2;
    }
  }

  private static void print(PrintStream out, Report report, long nanos) {
    out.printf(
        "%d audit entries, %d signed notes, %d addenda, %d decisions of consent in %.1f s%n",
        report.entries(),
        report.sealed().getOrDefault(SealedRecord.NOTE, 0L),
        report.sealed().getOrDefault(SealedRecord.ADDENDUM, 0L),
        report.sealed().getOrDefault(SealedRecord.CONSENT, 0L),
        nanos / 1e9);
    if (report.withoutKey() > 0) {
      out.printf(
          "%d of the entries are of a release that had no key: they are chained, and no more.%n",
          report.withoutKey());
    }
    report
        .findings()
        .forEach(finding ->
            out.printf(
                "DOES NOT MATCH  %s %s: %s%n",
                word(finding.part()), word(finding.fault()), finding.where()));
    if (report.findings().size() == Report.MOST_FINDINGS) {
      out.println("There may be more.");
    }
    out.println(
        report.isClean()
            ? "The record is as it was written."
            : "The record is not as it was written; docs/runbook.md says what to do.");
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
