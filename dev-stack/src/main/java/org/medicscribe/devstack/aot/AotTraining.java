package org.medicscribe.devstack.aot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.medicscribe.devstack.process.Footprint;
import org.medicscribe.devstack.process.ManagedProcess;
import org.medicscribe.devstack.process.Watchdog;

/**
 * Makes the missing caches while the suite runs: ends the recording of one idle program after the
 * other and lets Java assemble the cache at the lowest priority. Closing it stops the work; what is
 * missing then is made in a later run.
 */
public final class AotTraining implements AutoCloseable {

  /**
   * A program whose cache is missing. {@code command} is what it was, or would be, started with.
   */
  public record Trainee(String name, long pid, AotCache cache, List<String> command) {

    public Trainee {
      command = List.copyOf(command);
    }
  }

  private static final System.Logger LOG = System.getLogger(AotTraining.class.getName());

  /**
   * Long enough for somebody to have begun a first visit: what it needs is then in the caches too,
   * and visits that begin right after the next start are slow no more.
   */
  private static final Duration AFTER_START = Duration.ofMinutes(1);

  private static final Duration IDLE_CHECK = Duration.ofSeconds(2);
  private static final Duration IDLE_LIMIT = Duration.ofMillis(200);
  private static final Duration COMMAND_LIMIT = Duration.ofMinutes(2);

  private final List<Trainee> trainees;
  private final Path log;
  private final Watchdog watchdog;
  private final Thread thread;

  private AotTraining(List<Trainee> trainees, Path log, Watchdog watchdog) {
    this.trainees = List.copyOf(trainees);
    this.log = log;
    this.watchdog = watchdog;
    this.thread = Thread.ofPlatform().daemon().name("aot-training").unstarted(this::train);
  }

  public static AotTraining start(List<Trainee> trainees, Path log, Watchdog watchdog) {
    AotTraining training = new AotTraining(trainees, log, watchdog);
    training.thread.start();
    return training;
  }

  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }

  private void train() {
    try {
      Thread.sleep(AFTER_START);
      for (Trainee trainee : trainees) {
        if (trainee.cache().stage() == AotCache.Stage.EMPTY) {
          awaitIdle(trainee);
          run(
              trainee.name(),
              List.of(jdk("jcmd"), Long.toString(trainee.pid()), "AOT.end_recording"));
        }
        if (trainee.cache().stage() == AotCache.Stage.RECORDED) {
          assemble(trainee);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "no quick start next time", e);
    }
  }

  /** Ending a recording stops a program for a second or two; no visit should notice. */
  private static void awaitIdle(Trainee trainee) throws InterruptedException {
    Duration used = Duration.ZERO;
    do {
      Duration before = cpu(trainee);
      Thread.sleep(IDLE_CHECK);
      used = cpu(trainee).minus(before);
    } while (used.compareTo(IDLE_LIMIT) > 0);
  }

  private static Duration cpu(Trainee trainee) {
    return ProcessHandle.of(trainee.pid())
        .map(Footprint::alone)
        .map(Footprint::cpu)
        .orElse(Duration.ZERO);
  }

  private void assemble(Trainee trainee) throws IOException, InterruptedException {
    Path unfinished = trainee.cache().cache().resolveSibling(trainee.name() + ".unfinished");
    List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
    command.addAll(trainee.cache().assemblyCommand(trainee.command(), unfinished));
    if (run(trainee.name(), command)) {
      Files.move(unfinished, trainee.cache().cache(), StandardCopyOption.ATOMIC_MOVE);
      Files.deleteIfExists(trainee.cache().recording());
    }
  }

  /** Whether the command succeeded; when interrupted, it is ended first. */
  private boolean run(String name, List<String> command) throws IOException, InterruptedException {
    ManagedProcess process =
        ManagedProcess.start(
            new ManagedProcess.Launch("aot " + name, command, Map.of(), log), watchdog);
    try {
      return process.ending().get(COMMAND_LIMIT.toSeconds(), TimeUnit.SECONDS) == 0;
    } catch (java.util.concurrent.TimeoutException | java.util.concurrent.ExecutionException e) {
      process.kill();
      return false;
    } catch (InterruptedException e) {
      process.kill();
      throw e;
    }
  }

  private static String jdk(String tool) {
    return Path.of(System.getProperty("java.home"), "bin", tool).toString();
  }
}
