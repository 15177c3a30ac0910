package org.medicscribe.devstack.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry of the ./scribe commands that need Java. */
@Command(
    name = "scribe",
    description = "Medic Scribe on one machine.",
    mixinStandardHelpOptions = true,
    subcommands = {
      RunCommand.class,
      DevCommand.class,
      TranscribeCommand.class,
      BenchCommand.class,
      ChaosCommand.class,
      AuditCommand.class
    })
public final class Scribe {

  private Scribe() {}

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Scribe())
            .setExecutionExceptionHandler(new FailureInWords())
            .execute(arguments));
  }
}
