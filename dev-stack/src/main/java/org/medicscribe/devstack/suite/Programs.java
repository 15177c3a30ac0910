package org.medicscribe.devstack.suite;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.medicscribe.devstack.aot.AotCache;
import org.medicscribe.devstack.aot.AotTraining.Trainee;
import org.medicscribe.devstack.service.JavaProgram;

/**
 * The command lines of a run's Java programs: from their caches where there are some, and, if this
 * run is to train them, recording for the next. Safe for use by several threads.
 */
final class Programs {

  /** Set by the launcher: where the cache of this very process is, without the ending. */
  private static final String OWN_CACHE = "scribe.aot";

  private final Path folder;
  private final boolean training;

  /** The first start of each program in this run. */
  private final Map<String, Start> starts = new HashMap<>();

  private record Start(AotCache cache, List<String> command) {}

  private final List<Trainee> trainees = new ArrayList<>();

  Programs(Path folder, boolean training) {
    this.folder = folder;
    this.training = training;
  }

  /** Only the first instance of a program records; a cache has one author. */
  synchronized List<String> command(JavaProgram program, String... arguments) throws IOException {
    AotCache cache = AotCache.of(folder, program.name(), program.jars());
    boolean first = !starts.containsKey(program.name());
    if (first) {
      starts.put(program.name(), new Start(cache, program.command(List.of(), arguments)));
    }
    return program.command(
        first && training ? cache.recordOptions() : cache.startOptions(), arguments);
  }

  synchronized void started(JavaProgram program, long pid) {
    Start start = starts.get(program.name());
    if (start != null
        && start.cache().stage() != AotCache.Stage.COMPLETE
        && trainees.stream().noneMatch(known -> known.name().equals(program.name()))) {
      trainees.add(new Trainee(program.name(), pid, start.cache(), start.command()));
    }
  }

  /** The programs whose caches are to be made while they run; none unless this run trains. */
  synchronized List<Trainee> trainees() {
    if (!training) {
      return List.of();
    }
    List<Trainee> all = new ArrayList<>(trainees);
    own().filter(own -> own.cache().stage() != AotCache.Stage.COMPLETE).ifPresent(all::add);
    return all;
  }

  /** The process we are in, which the launcher has started with a cache of its own. */
  private static Optional<Trainee> own() {
    String files = System.getProperty(OWN_CACHE);
    if (files == null) {
      return Optional.empty();
    }
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            System.getProperty("sun.java.command").split(" ")[0]));
    return Optional.of(
        new Trainee(
            "dev-stack",
            ProcessHandle.current().pid(),
            new AotCache(Path.of(files + ".recording"), Path.of(files + ".aot")),
            command));
  }
}
