package org.medicscribe.devstack.cli;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.medicscribe.devstack.client.Api;
import org.medicscribe.devstack.client.VisitFailure;
import org.medicscribe.devstack.issuer.DevUser;
import org.medicscribe.devstack.issuer.Supabase;
import org.medicscribe.devstack.service.ServiceId;
import org.medicscribe.devstack.service.ServiceKind;
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

  /** The gateway asks the services every other second. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

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
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      console.running(options, took, System.getenv(), engines(suite));
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

  /** The gateway tells who is signed in, and only the local issuer signs this program in. */
  private static Optional<ServingEngines> engines(Suite suite) throws InterruptedException {
    if (Supabase.of(System.getenv()).isPresent()) {
      return Optional.empty();
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      Api api = new Api(http, suite.url(ServiceId.first(ServiceKind.GATEWAY)), () -> token(suite));
      return Optional.of(ServingEngines.ask(api, PATIENCE));
    }
  }

  private static String token(Suite suite) throws VisitFailure, InterruptedException {
    try {
      return suite.token(DevUser.RIVERA.id());
    } catch (IOException e) {
      throw new VisitFailure("The local issuer does not sign in: " + e.getMessage(), e);
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
