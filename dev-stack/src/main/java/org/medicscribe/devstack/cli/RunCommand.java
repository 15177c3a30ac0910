package org.medicscribe.devstack.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.medicscribe.devstack.suite.Suite;
import org.medicscribe.devstack.suite.SuiteOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./scribe run}: everything, until Ctrl-C or until a part dies. */
@Command(
    name = "run",
    description = "Starts everything on this machine; Ctrl-C ends everything.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  private static final int A_PART_DIED = 1;

  /** Ctrl-C reaches the children as well; a child that was quicker than we are has not died. */
  private static final Duration SIGNAL_MAY_FOLLOW = Duration.ofMillis(500);

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
      CompletableFuture.anyOf(suite.unexpectedEnd(), stop.received()).join();
      if (suite.unexpectedEnd().isDone() && !followedBySignal(stop)) {
        System.err.println(suite.unexpectedEnd().join());
        return A_PART_DIED;
      }
      console.stopping();
      return stop.received().join();
    } catch (InterruptedException e) {
      if (!stop.received().isDone()) {
        throw e;
      }
      System.err.println("Stopped before everything was ready.");
      return stop.received().join();
    }
  }

  private static boolean followedBySignal(StopSignal stop) throws Exception {
    return stop.received()
        .thenApply(_ -> true)
        .completeOnTimeout(false, SIGNAL_MAY_FOLLOW.toMillis(), TimeUnit.MILLISECONDS)
        .get();
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
