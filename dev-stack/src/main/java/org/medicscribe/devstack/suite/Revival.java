package org.medicscribe.devstack.suite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Starts a part again that ended and that nobody stopped, as a container engine does, and says so.
 * Thread-safe.
 */
final class Revival implements AutoCloseable {

  /** Ctrl-C reaches all processes; a part that was quicker than we are has not failed. */
  private static final Duration SIGNAL_MAY_FOLLOW = Duration.ofMillis(500);

  private static final Duration GOODBYE = Duration.ofSeconds(5);
  private static final int AT_A_TIME = 4;

  /** What is known of a part that has ended before. */
  private static final class Life {
    private final RevivalPace pace = new RevivalPace();
    private long since;

    /** Its next start is planned: a death that a failed start tells of as well counts once. */
    private boolean isDue;

    private Life(long since) {
      this.since = since;
    }
  }

  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(
          AT_A_TIME, Thread.ofPlatform().daemon().name("revival-", 0).factory());
  private final Consumer<String> tell;
  private final long begin = System.nanoTime();

  /** Guarded by itself. */
  private final Map<String, Life> lives = new HashMap<>();

  private final List<String> ends = new CopyOnWriteArrayList<>();

  /**
   * @param tell told in a line for people what ended and what became of it
   */
  Revival(Consumer<String> tell) {
    this.tell = tell;
  }

  /**
   * A part ended by itself.
   *
   * @param start starts it again, and returns once it is ready
   */
  void ended(String name, Path log, Callable<?> start) {
    ends.add(name);
    again(name, log, start, "ended unexpectedly");
  }

  /** The names of the parts that ended by themselves, one for each time. */
  List<String> ends() {
    return List.copyOf(ends);
  }

  private void again(String name, Path log, Callable<?> start, String what) {
    Duration pause;
    String line;
    synchronized (lives) {
      Life life = lives.computeIfAbsent(name, _ -> new Life(begin));
      if (life.isDue) {
        return;
      }
      life.isDue = true;
      pause = life.pace.ended(Duration.ofNanos(System.nanoTime() - life.since));
      line =
          life.pace.endsOften()
              ? "%s %s, for the %d. time soon after its start. It is tried again in %d s; why it ends is in its log: %s%s"
                  .formatted(
                      name,
                      what,
                      life.pace.quickEnds(),
                      pause.toSeconds(),
                      log,
                      Readiness.tail(log))
              : "%s %s and is started again in %d s. Its log: %s"
                  .formatted(name, what, pause.toSeconds(), log);
    }
    try {
      var _ =
          threads.schedule(
              () -> tell.accept(line), SIGNAL_MAY_FOLLOW.toMillis(), TimeUnit.MILLISECONDS);
      var _ =
          threads.schedule(() -> start(name, log, start), pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      // Everything is being stopped.
    }
  }

  private void start(String name, Path log, Callable<?> start) {
    synchronized (lives) {
      Life life = lives.computeIfAbsent(name, _ -> new Life(begin));
      life.isDue = false;
      life.since = System.nanoTime();
    }
    try {
      start.call();
      tell.accept(name + " is ready again.");
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (Exception failed) {
      again(name, log, start, "did not start");
    }
  }

  /** Nothing is started any more; what was being started is left to its owner. */
  @Override
  public void close() throws InterruptedException {
    threads.shutdownNow();
    threads.awaitTermination(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
  }
}
