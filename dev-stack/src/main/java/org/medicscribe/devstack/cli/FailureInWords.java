package org.medicscribe.devstack.cli;

import org.medicscribe.devstack.client.VisitFailure;
import org.medicscribe.devstack.suite.SuiteFailure;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What is wrong with the machine or the input is told in words; only a bug shows its stack. */
final class FailureInWords implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed)
      throws Exception {
    if (e instanceof SuiteFailure || e instanceof VisitFailure) {
      command.getErr().println(e.getMessage());
      return command.getCommandSpec().exitCodeOnExecutionException();
    }
    throw e;
  }
}
