package org.medicscribe.devstack.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.medicscribe.devstack.ports.Part;
import org.medicscribe.devstack.process.Footprint;

/**
 * The parts of the foundation that run: watched, killed one by one, closed together in reverse.
 * Thread-safe.
 */
final class RunningParts {

  private static final System.Logger LOG = System.getLogger(RunningParts.class.getName());

  /** How a part ends the way a crash ends it; returns once nothing of it is left. */
  @FunctionalInterface
  interface Kill {
    void run() throws IOException, InterruptedException;
  }

  /**
   * @param isHost whether the footprint of its process goes by its name
   */
  private record Running(
      String name, ProcessHandle process, boolean isHost, AutoCloseable part, Kill kill) {}

  private final Function<String, Path> log;
  private final EndListener unexpectedEnd;

  /** The last started comes first. Guarded by itself. */
  private final Deque<Running> running = new ArrayDeque<>();

  /**
   * @param log finds the log of a part by its name
   * @param unexpectedEnd told when a part ended that nobody stopped
   */
  RunningParts(Function<String, Path> log, EndListener unexpectedEnd) {
    this.log = log;
    this.unexpectedEnd = unexpectedEnd;
  }

  /**
   * A part that lives in a process of its own, whose end is told unless somebody asked for it.
   *
   * @param start starts it again, and returns once it is ready
   */
  void add(Part part, ProcessHandle process, AutoCloseable closing, Kill kill, Callable<?> start) {
    Running added = new Running(part.label(), process, true, closing, kill);
    add(added);
    var _ = process.onExit().thenRun(() -> tellEnd(added, start));
  }

  /** A part that lives in this process, names it, and ends with it. */
  void addInside(String name, AutoCloseable closing) {
    addInside(name, true, closing);
  }

  /** A part that lives in this process beside the one that names it. */
  void addGuest(String name, AutoCloseable closing) {
    addInside(name, false, closing);
  }

  private void addInside(String name, boolean isHost, AutoCloseable closing) {
    add(
        new Running(
            name,
            ProcessHandle.current(),
            isHost,
            closing,
            () -> {
              throw new IllegalStateException(name + " has no process of its own to kill");
            }));
  }

  void kill(Part part) throws IOException, InterruptedException {
    Running victim;
    synchronized (running) {
      victim =
          running.stream()
              .filter(candidate -> candidate.name().equals(part.label()))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException(part.label() + " is not running"));
      running.remove(victim);
    }
    victim.kill().run();
  }

  Map<String, Footprint> footprints() {
    Map<String, Footprint> footprints = new LinkedHashMap<>();
    synchronized (running) {
      for (Running part : running.reversed()) {
        if (part.isHost()) {
          footprints.put(part.name(), footprint(part.process()));
        }
      }
    }
    return footprints;
  }

  /** Stops everything; goes on when one part refuses. */
  void close() {
    while (true) {
      Running last;
      synchronized (running) {
        last = running.poll();
      }
      if (last == null) {
        return;
      }
      close(last);
    }
  }

  /** Gives back what it holds, whether or not its process still runs. */
  private static void close(Running part) {
    try {
      part.part().close();
    } catch (Exception e) {
      LOG.log(System.Logger.Level.WARNING, "a part did not stop cleanly", e);
    }
  }

  private void add(Running part) {
    synchronized (running) {
      running.push(part);
    }
  }

  /** Whoever kills or closes a part takes it out first. */
  private void tellEnd(Running ended, Callable<?> start) {
    boolean isMissed;
    synchronized (running) {
      isMissed = running.remove(ended);
    }
    if (isMissed) {
      close(ended);
      unexpectedEnd.ended(ended.name(), log.apply(ended.name()), start);
    }
  }

  /** Everything else is a child of this process, so its own share is counted without them. */
  private static Footprint footprint(ProcessHandle process) {
    return process.equals(ProcessHandle.current())
        ? Footprint.alone(process)
        : Footprint.of(process);
  }
}
