package org.medicscribe.devstack.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.medicscribe.devstack.suite.Suite;
import org.medicscribe.devstack.suite.SuiteOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./scribe run}: everything, until Ctrl-C; a part that dies is started again. */
@Command(
    name = "run",
    description = "Starts everything on this machine; Ctrl-C ends everything.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  @Mixin private SuiteFlags flags = new SuiteFlags();

  @Option(
      names = "--footprint",
      description = "Print memory and processor time of each process once all are ready.")
  private boolean footprint;

  @Override
  public Integer call() throws Exception {
    SuiteOptions options = flags.options().withTraining(true);
    Console console = new Console(System.out);
    StopSignal stop = StopSignal.listen();
    console.starting(options);
    long begin = System.nanoTime();
    try (Suite suite = start(options, console, stop)) {
      console.running(options, Duration.ofNanos(System.nanoTime() - begin), System.getenv());
      if (footprint) {
        console.footprints(suite.footprints());
      }
      int exitCode = stop.received().join();
      console.stopping();
      return exitCode;
    } catch (InterruptedException e) {
      if (!stop.received().isDone()) {
        throw e;
      }
      System.err.println("Stopped before everything was ready.");
      return stop.received().join();
    }
  }

  /** A signal during the start interrupts it. */
  private static Suite start(SuiteOptions options, Console console, StopSignal stop)
      throws Exception {
    Thread starter = Thread.currentThread();
    CompletableFuture<Void> interrupting = stop.received().thenAccept(_ -> starter.interrupt());
    try {
      return Suite.start(options, console);
    } finally {
      interrupting.cancel(false);
    }
  }
}
