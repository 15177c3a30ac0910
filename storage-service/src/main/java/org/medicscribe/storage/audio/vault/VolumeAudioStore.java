package org.medicscribe.storage.audio.vault;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.medicscribe.events.EncounterId;

/** Windows as files on a volume: {@code <folder>/<encounter>/<window>.enc}. */
@ApplicationScoped
public class VolumeAudioStore implements AudioStore {

  private final Path root;
  private final Clock clock;

  VolumeAudioStore(VaultConfig config, Clock clock) {
    this.root = config.folder();
    this.clock = clock;
  }

  @Override
  public void write(WindowKey key, byte[] encrypted) throws IOException {
    Path folder = folderOf(key.encounterId());
    if (Files.notExists(folder)) {
      Files.createDirectories(folder);
      sync(root);
    }
    Path temporary = folder.resolve(nameOf(key) + "." + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel file =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(encrypted);
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
        file.force(true);
      }
      Files.move(temporary, fileOf(key), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
    sync(folder);
  }

  @Override
  public Optional<byte[]> read(WindowKey key) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(fileOf(key)));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    }
  }

  @Override
  public void setAside(WindowKey key) throws IOException {
    Path file = fileOf(key);
    if (Files.exists(file)) {
      Files.move(
          file, file.resolveSibling(nameOf(key) + ".damaged-" + clock.instant().toEpochMilli()));
    }
  }

  @Override
  public void deleteAll(EncounterId encounterId) throws IOException {
    Path folder = folderOf(encounterId);
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    } catch (NoSuchFileException nothingThere) {
      return;
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
    sync(root);
  }

  private Path folderOf(EncounterId encounterId) {
    return root.resolve(encounterId.toString());
  }

  private Path fileOf(WindowKey key) {
    return folderOf(key.encounterId()).resolve(nameOf(key));
  }

  private static String nameOf(WindowKey key) {
    return "%06d.enc".formatted(key.window());
  }

  /** A rename is durable once its folder is. */
  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
