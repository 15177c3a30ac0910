package org.medicscribe.devstack.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.medicscribe.devstack.service.JavaProgram;
import org.medicscribe.devstack.service.ServiceId;
import org.medicscribe.devstack.service.ServiceKind;
import org.medicscribe.devstack.suite.Suite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./scribe audit}: is the record as it was written? */
@Command(
    name = "audit",
    description = "Looks after the record of a running suite.",
    mixinStandardHelpOptions = true,
    subcommands = AuditCommand.Verify.class)
final class AuditCommand {

  private static final String VERIFY = "org.medicscribe.storage.verification.VerifyCommand";

  private AuditCommand() {}

  /** {@code ./scribe audit verify}. */
  @Command(
      name = "verify",
      description =
          "Holds every signed note, addendum, decision of consent and audit entry against its proof.",
      mixinStandardHelpOptions = true,
      exitCodeListHeading = "Exit codes:%n",
      exitCodeList = {
        "0:all of it is as it was written",
        "1:something is not, and is named",
        "2:it cannot be verified; the suite has to run"
      })
  static final class Verify implements Callable<Integer> {

    @Mixin private SuiteFlags flags = new SuiteFlags();

    @Override
    public Integer call() throws Exception {
      ProcessBuilder verification =
          new ProcessBuilder(
                  JavaProgram.command(ServiceKind.STORAGE, SuiteFlags.project(), VERIFY)
                      .command(List.of()))
              .inheritIO();
      verification
          .environment()
          .putAll(Suite.environment(flags.options(), ServiceId.first(ServiceKind.STORAGE)));
      return verification.start().waitFor();
    }
  }
}
