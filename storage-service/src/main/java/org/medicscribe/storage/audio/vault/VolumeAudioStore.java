package org.medicscribe.storage.audio.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
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

/**
 * Windows as files on a volume: {@code <folder>/<encounter>/<window>.enc}.
 *
 * <p>A volume that is away (not mounted, its server gone) looks like one on which nothing is. A
 * file at its root, made when the process first uses it, tells the two apart: without that file
 * nothing is read, written or said to be missing, until it is there again.
 */
@ApplicationScoped
@Typed(VolumeAudioStore.class)
public class VolumeAudioStore implements MovableAudioStore {

  private static final String MARK = ".medic-scribe-audio";

  private final Path root;
  private final Path mark;
  private final Clock clock;
  private volatile boolean marked;

  public VolumeAudioStore(VaultConfig config, Clock clock) {
    this.root = config.folder();
    this.mark = root.resolve(MARK);
    this.clock = clock;
  }

  @Override
  public void write(WindowKey key, byte[] encrypted) throws IOException {
    requireVolume();
    Path folder = folderOf(key.encounterId());
    if (Files.notExists(folder)) {
      Files.createDirectory(folder);
      sync(root);
    }
    Path temporary = folder.resolve(StoredName.of(key) + "." + UUID.randomUUID() + ".tmp");
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
    requireVolume();
    try {
      return Optional.of(Files.readAllBytes(fileOf(key)));
    } catch (NoSuchFileException absent) {
      requireVolume();
      return Optional.empty();
    }
  }

  @Override
  public void setAside(WindowKey key) throws IOException {
    requireVolume();
    Path file = fileOf(key);
    if (Files.exists(file)) {
      Files.move(
          file,
          file.resolveSibling(StoredName.of(key) + ".damaged-" + clock.instant().toEpochMilli()));
    }
  }

  @Override
  public void deleteAll(EncounterId encounterId) throws IOException {
    requireVolume();
    Path folder = folderOf(encounterId);
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    } catch (NoSuchFileException nothingThere) {
      requireVolume();
      return;
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
    sync(root);
  }

  @Override
  public Stream<EncounterId> recordings() throws IOException {
    requireVolume();
    return Files.list(root)
        .flatMap(folder -> StoredName.recording(folder.getFileName().toString()));
  }

  @Override
  public List<WindowKey> windowsOf(EncounterId encounterId) throws IOException {
    requireVolume();
    try (Stream<Path> files = Files.list(folderOf(encounterId))) {
      return files
          .flatMap(file -> StoredName.window(encounterId, file.getFileName().toString()))
          .sorted()
          .toList();
    } catch (NoSuchFileException nothingThere) {
      return List.of();
    }
  }

  @Override
  public void delete(WindowKey key) throws IOException {
    requireVolume();
    Files.deleteIfExists(fileOf(key));
    // The last one takes the folder along.
    try {
      Files.deleteIfExists(folderOf(key.encounterId()));
    } catch (DirectoryNotEmptyException more) {
      sync(folderOf(key.encounterId()));
    }
  }

  private void requireVolume() throws IOException {
    if (marked) {
      if (Files.notExists(mark)) {
        throw new IOException("the audio volume is not there");
      }
      return;
    }
    Files.createDirectories(root);
    FileChannel.open(mark, StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
    sync(root);
    marked = true;
  }

  private Path folderOf(EncounterId encounterId) {
    return root.resolve(encounterId.toString());
  }

  private Path fileOf(WindowKey key) {
    return folderOf(key.encounterId()).resolve(StoredName.of(key));
  }

  /** A rename is durable once its folder is. */
  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
