package org.medicscribe.devstack.suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Starts parts on threads of their own, each as soon as those it needs are ready. The first failure
 * ends the start: parts that wait are interrupted.
 *
 * <p>The threads are platform threads: Kafka and the page initialise thousands of classes, and a
 * virtual thread that waits for a class to be initialised holds its carrier meanwhile. There are as
 * few carriers as processors, so starts that wait for each other could do so for ever.
 */
final class StartOrder implements AutoCloseable {

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("start-", 0).factory());
  private final List<CompletableFuture<Void>> all = new ArrayList<>();
  private final CompletableFuture<Void> failure = new CompletableFuture<>();
  private final Progress progress;

  StartOrder(Progress progress) {
    this.progress = progress;
  }

  /**
   * @param start returns the address at which the part is ready
   */
  CompletableFuture<Void> add(
      String part, Callable<String> start, List<CompletableFuture<Void>> needs) {
    CompletableFuture<Void> ready =
        CompletableFuture.allOf(needs.toArray(CompletableFuture<?>[]::new))
            .thenRunAsync(() -> run(part, start), threads)
            .whenComplete((_, problem) -> fail(problem));
    all.add(ready);
    return ready;
  }

  /** Waits for all parts, or for the first that fails. */
  void await() throws SuiteFailure, InterruptedException {
    CompletableFuture<Void> everything =
        CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new));
    try {
      CompletableFuture.anyOf(everything, failure).get();
    } catch (ExecutionException e) {
      throw asFailure(e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }

  private void fail(@Nullable Throwable problem) {
    if (problem != null) {
      failure.completeExceptionally(problem);
    }
  }

  private void run(String part, Callable<String> start) {
    long begin = System.nanoTime();
    try {
      String address = start.call();
      progress.ready(part, address, Duration.ofNanos(System.nanoTime() - begin));
    } catch (SuiteFailure e) {
      throw new CompletionException(e);
    } catch (Exception e) {
      throw new CompletionException(
          new SuiteFailure("%s did not start: %s".formatted(part, e.getMessage()), e));
    }
  }

  private static SuiteFailure asFailure(ExecutionException e) {
    Throwable cause = e.getCause();
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof SuiteFailure failure
        ? failure
        : new SuiteFailure("the start failed: " + cause, e);
  }
}
