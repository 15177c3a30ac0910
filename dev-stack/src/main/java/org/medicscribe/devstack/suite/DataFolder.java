package org.medicscribe.devstack.suite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where one suite keeps everything: records, audio, notes, keys, logs. Locked while the suite runs,
 * and marked, so that nothing but our own is ever cleared.
 */
public final class DataFolder implements AutoCloseable {

  private static final String MARKER = ".medic-scribe-data";
  private static final String LOCK = ".lock";

  private final Path path;
  private final @Nullable FileChannel lockFile;

  private DataFolder(Path path, @Nullable FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  /** Takes the folder for this process. */
  public static DataFolder open(Path folder) throws IOException, SuiteFailure {
    Path path = folder.toAbsolutePath().normalize();
    Files.createDirectories(path);
    if (!Files.exists(path.resolve(MARKER))) {
      if (!isEmpty(path)) {
        throw new SuiteFailure(
            "%s holds files that are not Medic Scribe's. Name a new or empty folder: --data <folder>."
                .formatted(path));
      }
      Files.writeString(
          path.resolve(MARKER), "A data folder of Medic Scribe; --fresh may clear it.\n");
    }
    return new DataFolder(path, lock(path));
  }

  /** Looks into a folder that another process may have taken. */
  static DataFolder of(Path folder) {
    return new DataFolder(folder.toAbsolutePath().normalize(), null);
  }

  public Path kafka() {
    return path.resolve("kafka");
  }

  public Path kafkaKeys() {
    return path.resolve("kafka-keys");
  }

  public Path postgresql() {
    return path.resolve("postgresql");
  }

  public Path audio() {
    return path.resolve("audio");
  }

  public Path notes() {
    return path.resolve("notes");
  }

  public Path masterKey() {
    return path.resolve("keys").resolve("master-key.json");
  }

  public Path signingKey() {
    return path.resolve("keys").resolve("signing-key");
  }

  /** Where the heads of the audit trail are written down. */
  public Path heads() {
    return path.resolve("heads").resolve("audit-heads.jsonl");
  }

  public Path log(String name) {
    return path.resolve("logs").resolve(name + ".log");
  }

  public Path logs() {
    return path.resolve("logs");
  }

  @Override
  public void close() throws IOException {
    if (lockFile != null) {
      lockFile.close();
    }
  }

  private static FileChannel lock(Path path) throws IOException, SuiteFailure {
    FileChannel file =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(file) == null) {
      file.close();
      throw new SuiteFailure(
          "Another suite is running with the data in %s. End it, or give this one its own: --data <folder> --port-offset <n>."
              .formatted(path));
    }
    return file;
  }

  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  /** Removes what an earlier run left. */
  public void clear() throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(path)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      boolean ours =
          each.equals(path) || each.equals(path.resolve(MARKER)) || each.equals(path.resolve(LOCK));
      if (!ours) {
        Files.delete(each);
      }
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }
}
