package org.medicscribe.devstack.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.medicscribe.devstack.process.Watchdog;

/** A PostgreSQL server of its own, whose data stays in the folder between runs. */
public final class EmbeddedDatabase implements AutoCloseable {

  public static final String NAME = "postgres";

  /** Owns the tables. The server trusts this machine, listens nowhere else, asks no password. */
  public static final String OWNER = "postgres";

  /** What storage-service works with; it makes the login itself. */
  public static final String USER = "medic_scribe_service";

  /** Clients want to send one. */
  public static final String PASSWORD = "postgres";

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  private final EmbeddedPostgres server;
  private final ProcessHandle postmaster;
  private final Watchdog watchdog;

  private EmbeddedDatabase(EmbeddedPostgres server, ProcessHandle postmaster, Watchdog watchdog) {
    this.server = server;
    this.postmaster = postmaster;
    this.watchdog = watchdog;
  }

  /**
   * Starts the server, or recovers it after a run that was killed.
   *
   * @param programs where the server's programs are unpacked once for all runs
   */
  public static EmbeddedDatabase start(
      Path folder, Path programs, Path log, int port, Watchdog watchdog)
      throws IOException, InterruptedException {
    Files.createDirectories(programs);
    Files.createDirectories(log.toAbsolutePath().getParent());
    endLeftover(folder);
    ProcessBuilder.Redirect toLog = ProcessBuilder.Redirect.appendTo(log.toFile());
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(programs.toFile())
            // The suite stops its parts in order; a hook of the database's own would cut in.
            .setRegisterShutdownHook(false)
            .setPort(port)
            .setPGStartupWait(START_LIMIT)
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "")
            // The library turns these off; what is committed is to survive a crash here as well.
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_connections", "100")
            .setServerConfig("shared_buffers", "32MB")
            .setOutputRedirector(toLog)
            .setErrorRedirector(toLog)
            .start();
    ProcessHandle postmaster =
        postmasterOf(folder)
            .orElseThrow(() -> new IOException("PostgreSQL answers but names no process"));
    watchdog.watch(postmaster.pid());
    return new EmbeddedDatabase(server, postmaster, watchdog);
  }

  public ProcessHandle process() {
    return postmaster;
  }

  /** Kills the server and all that works for it; what it had committed is in its files. */
  public void kill() throws IOException {
    List<ProcessHandle> workers = postmaster.descendants().toList();
    postmaster.destroyForcibly();
    workers.forEach(ProcessHandle::destroyForcibly);
    postmaster.onExit().join();
    workers.forEach(worker -> worker.onExit().join());
    // Gives up the lock on the folder; that there is no server left to stop is no news.
    close();
  }

  @Override
  public void close() throws IOException {
    server.close();
    watchdog.forget(postmaster.pid());
  }

  /** The data folder is locked by this run, so a server that still uses it belongs to no one. */
  private static void endLeftover(Path folder) throws IOException, InterruptedException {
    Optional<ProcessHandle> leftover = postmasterOf(folder);
    if (leftover.isPresent()) {
      leftover.get().destroy();
      try {
        leftover.get().onExit().get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
        leftover.get().destroyForcibly();
      }
    }
    Files.deleteIfExists(folder.resolve("postmaster.pid"));
  }

  /**
   * The first line of the server's own file names its process; the rest tells it from a stranger.
   */
  private static Optional<ProcessHandle> postmasterOf(Path folder) throws IOException {
    File file = folder.resolve("postmaster.pid").toFile();
    if (!file.exists()) {
      return Optional.empty();
    }
    return Files.readAllLines(file.toPath()).stream()
        .findFirst()
        .map(line -> Long.parseLong(line.strip()))
        .flatMap(ProcessHandle::of)
        .filter(process ->
            process.info().command().filter(path -> path.endsWith("postgres")).isPresent());
  }
}
