package org.medicscribe.devstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchdogIT {

  @TempDir private Path folder;

  /** A parent with two children, one of them deaf to TERM. Prints their ids and waits. */
  static final class Parent {

    public static void main(String[] arguments) throws Exception {
      Watchdog watchdog = Watchdog.start();
      Path logs = Path.of(arguments[0]);
      ManagedProcess meek = start(watchdog, logs, "exec sleep 600");
      ManagedProcess deaf = start(watchdog, logs, "trap '' TERM; while true; do sleep 1; done");
      System.out.println(meek.pid() + " " + deaf.pid());
      Thread.sleep(600_000);
    }

    private static ManagedProcess start(Watchdog watchdog, Path logs, String script)
        throws Exception {
      return ManagedProcess.start(
          new ManagedProcess.Launch(
              "child", List.of("/bin/sh", "-c", script), Map.of(), logs.resolve("child.log")),
          watchdog);
    }
  }

  @Test
  void shouldLeaveNoChildBehindWhenTheParentIsKilled() throws Exception {
    // Given
    Process parent =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<ProcessHandle> children =
        List.of(parent.inputReader().readLine().split(" ")).stream()
            .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
            .toList();
    assertThat(children).hasSize(2).allMatch(ProcessHandle::isAlive);

    // When
    parent.destroyForcibly().waitFor();

    // Then
    for (ProcessHandle child : children) {
      child.onExit().get(20, TimeUnit.SECONDS);
      assertThat(child.isAlive()).isFalse();
    }
  }

  @Test
  void shouldLeaveAForgottenProcessAlone() throws Exception {
    // Given
    Watchdog watchdog = Watchdog.start();
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try {
      watchdog.watch(stranger.pid());
      watchdog.forget(stranger.pid());

      // When
      watchdog.close();

      // Then
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }
}
