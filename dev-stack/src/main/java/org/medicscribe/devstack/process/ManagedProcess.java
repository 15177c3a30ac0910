package org.medicscribe.devstack.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A child process with its log in a file. The {@link Watchdog} knows it from its start to its end.
 */
public final class ManagedProcess {

  /**
   * What to start.
   *
   * @param name what people call it; also the name of its log
   * @param environment added to the environment of this process
   * @param log receives both output streams; a log of an earlier start is continued
   */
  public record Launch(
      String name, List<String> command, Map<String, String> environment, Path log) {

    public Launch {
      command = List.copyOf(command);
      environment = Map.copyOf(environment);
    }
  }

  private final Launch launch;
  private final Process process;

  private ManagedProcess(Launch launch, Process process) {
    this.launch = launch;
    this.process = process;
  }

  public static ManagedProcess start(Launch launch, Watchdog watchdog) throws IOException {
    Files.createDirectories(launch.log().toAbsolutePath().getParent());
    ProcessBuilder builder =
        new ProcessBuilder(launch.command())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
    builder.environment().putAll(launch.environment());
    Process process = builder.start();
    watchdog.watch(process.pid());
    var _ = process.onExit().thenAccept(ended -> watchdog.forget(ended.pid()));
    return new ManagedProcess(launch, process);
  }

  public String name() {
    return launch.name();
  }

  public Path log() {
    return launch.log();
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Completes with the exit code once the process has ended. */
  public CompletableFuture<Integer> ending() {
    return process.onExit().thenApply(Process::exitValue);
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  public Footprint footprint() {
    return Footprint.of(handle());
  }

  public void askToStop() {
    process.destroy();
  }

  /** Asks the process to end, and kills it when it has not after this time. */
  public void stop(Duration grace) throws InterruptedException {
    askToStop();
    if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
      kill();
    }
  }

  /** SIGKILL: what a crash looks like. Returns once the process is gone. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }
}
