package org.medicscribe.storage.note.signing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.medicscribe.events.EncounterId;

/**
 * Signed notes as files, {@code <encounter>.md}, {@code .fhir.json} and {@code .pdf}, for whoever
 * takes them from there.
 */
@ApplicationScoped
public class NotesFolder {

  /** Where the files lie. */
  @ConfigMapping(prefix = "medic-scribe.notes")
  interface Config {
    Path folder();
  }

  private final Path folder;
  private final ExecutorService workers;

  NotesFolder(Config config, ExecutorService workers) {
    this.folder = config.folder();
    this.workers = workers;
  }

  /**
   * Ends when the files are durable; written twice they are the same files.
   *
   * @param files what they hold, by the end of their names
   */
  Uni<Void> write(EncounterId id, Map<String, byte[]> files) {
    return onWorker(() -> {
      Files.createDirectories(folder);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        write(folder.resolve(id + "." + file.getKey()), file.getValue());
      }
    });
  }

  private void write(Path file, byte[] content) throws IOException {
    Path temporary = folder.resolve(UUID.randomUUID() + ".tmp");
    try {
      Files.write(temporary, content);
      try (FileChannel written = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Deletes the drafts that the first release wrote; what is signed stays. Blocking. */
  public void eraseDrafts(EncounterId encounterId) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, encounterId + "-v*.md")) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Work on files. */
  @FunctionalInterface
  private interface FileWork {
    void run() throws IOException;
  }

  private Uni<Void> onWorker(FileWork work) {
    return Uni.createFrom()
        .voidItem()
        .emitOn(workers)
        .invoke(Unchecked.consumer(ready -> work.run()));
  }
}
