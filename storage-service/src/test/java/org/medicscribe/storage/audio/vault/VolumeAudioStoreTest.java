package org.medicscribe.storage.audio.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medicscribe.events.EncounterId;

class VolumeAudioStoreTest {

  private final EncounterId id = new EncounterId(UuidCreator.getTimeOrderedEpoch());
  private final WindowKey key = new WindowKey(id, 7);

  @TempDir Path machine;
  private Path folder;
  private VolumeAudioStore store;

  @BeforeEach
  void open() {
    folder = machine.resolve("audio");
    store =
        new VolumeAudioStore(
            new VaultConfig() {
              @Override
              public Path folder() {
                return folder;
              }

              @Override
              public Path masterKeyFile() {
                return folder.resolve("key");
              }

              @Override
              public boolean createMasterKey() {
                return false;
              }

              @Override
              public String environment() {
                return "test";
              }
            },
            Clock.systemUTC());
  }

  @Test
  void shouldReplaceAWindowAndLeaveNothingElseBehind() throws IOException {
    // When
    store.write(key, new byte[] {1});
    store.write(key, new byte[] {2, 3});

    // Then
    assertThat(store.read(key)).contains(new byte[] {2, 3});
    try (Stream<Path> files = Files.list(folder.resolve(id.toString()))) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .containsOnly("000007.enc");
    }
  }

  @Test
  void shouldFindNothingWhereNothingIs() throws IOException {
    assertThat(store.read(key)).isEmpty();
    store.setAside(key);
    store.deleteAll(id);
  }

  @Test
  void shouldKeepADamagedWindowAside() throws IOException {
    // Given
    store.write(key, new byte[] {1});

    // When
    store.setAside(key);

    // Then
    assertThat(store.read(key)).isEmpty();
    try (Stream<Path> files = Files.list(folder.resolve(id.toString()))) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .allMatch(name -> name.startsWith("000007.enc.damaged-"))
          .hasSize(1);
    }
  }

  @Test
  void shouldDeleteEverythingOfARecording() throws IOException {
    // Given
    store.write(key, new byte[] {1});
    store.setAside(key);
    store.write(key, new byte[] {1});

    // When
    store.deleteAll(id);

    // Then
    assertThat(folder.resolve(id.toString())).doesNotExist();
  }

  @Test
  void shouldNotTakeAVolumeThatIsAwayForAnEmptyOne() throws IOException {
    // Given
    store.write(key, new byte[] {1});
    Files.move(folder, machine.resolve("away"));

    // Then
    assertThatIOException().isThrownBy(() -> store.read(key));
    assertThatIOException().isThrownBy(() -> store.write(key, new byte[] {2}));
    assertThatIOException().isThrownBy(() -> store.setAside(key));
    assertThatIOException().isThrownBy(() -> store.deleteAll(id));
    assertThat(folder).doesNotExist();
  }

  @Test
  void shouldNotTakeAnEmptyMountPointForTheVolume() throws IOException {
    // Given
    store.write(key, new byte[] {1});
    Files.move(folder, machine.resolve("away"));
    Files.createDirectory(folder);

    // Then
    assertThatIOException().isThrownBy(() -> store.read(key));
    assertThatIOException().isThrownBy(() -> store.write(key, new byte[] {2}));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void shouldGoOnWhenTheVolumeIsBack() throws IOException {
    // Given
    store.write(key, new byte[] {1});
    Files.move(folder, machine.resolve("away"));
    assertThatIOException().isThrownBy(() -> store.read(key));

    // When
    Files.move(machine.resolve("away"), folder);

    // Then
    assertThat(store.read(key)).contains(new byte[] {1});
  }
}
