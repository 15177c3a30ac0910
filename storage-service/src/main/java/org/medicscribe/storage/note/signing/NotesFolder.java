package org.medicscribe.storage.note.signing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.medicscribe.events.EncounterId;

/** Signed notes as Markdown files, {@code <encounter>.md}, for whoever takes them from there. */
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

  /** Ends when the file is durable; written twice it is the same file. */
  Uni<Void> write(EncounterId id, String markdown) {
    return onWorker(() -> {
      Files.createDirectories(folder);
      Path file = folder.resolve(id + ".md");
      Path temporary = folder.resolve(UUID.randomUUID() + ".tmp");
      try {
        Files.writeString(temporary, markdown, StandardCharsets.UTF_8);
        try (FileChannel written = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
          written.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
    });
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
