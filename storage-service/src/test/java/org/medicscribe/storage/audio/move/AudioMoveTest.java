package org.medicscribe.storage.audio.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.audio.vault.AudioStore;
import org.medicscribe.storage.audio.vault.Bucket;
import org.medicscribe.storage.audio.vault.MovableAudioStore;
import org.medicscribe.storage.audio.vault.StoresDuringMove;
import org.medicscribe.storage.audio.vault.VaultConfig;
import org.medicscribe.storage.audio.vault.VolumeAudioStore;
import org.medicscribe.storage.audio.vault.WindowKey;
import org.medicscribe.storage.testing.Mapping;
import org.medicscribe.storage.testing.SuiteParts;
import org.medicscribe.storage.testing.Tokens;
import org.medicscribe.storage.testing.Visit;

@QuarkusTest
@QuarkusTestResource(SuiteParts.class)
class AudioMoveTest {

  private final String rivera = Tokens.of("dr.rivera", "clinic-a", "clinician");
  private final StoreInMemory.Steps steps = new StoreInMemory.Steps();
  private final StoreInMemory from = new StoreInMemory(steps);
  private final StoreInMemory to = new StoreInMemory(steps);

  @Inject AgroalDataSource database;

  @Test
  void shouldLoseNothingWhereverItIsCutOff() throws Exception {
    // Given
    EncounterId one = heard().id();
    EncounterId other = heard().id();
    Map<WindowKey, byte[]> stored = new TreeMap<>();
    for (int window = 0; window < 3; window++) {
      stored.put(new WindowKey(one, window), new byte[] {1, (byte) window});
      stored.put(new WindowKey(other, window), new byte[] {2, (byte) window});
    }
    from.content().putAll(stored);
    steps.failAt(Integer.MAX_VALUE, false);
    move(from, to);
    int all = steps.done();
    assertThat(all).isGreaterThan(stored.size() * 4);

    for (int cut = 1; cut <= all; cut++) {
      for (boolean after : new boolean[] {false, true}) {
        // Given all of it in its old place
        to.content().clear();
        from.content().putAll(stored);

        // When
        steps.failAt(cut, after);
        assertThatIOException().isThrownBy(() -> move(from, to));

        // Then each window is in one of both, and the next move brings the rest
        steps.failAt(Integer.MAX_VALUE, false);
        AudioStore service = StoresDuringMove.of(to, from);
        for (Map.Entry<WindowKey, byte[]> window : stored.entrySet()) {
          assertThat(service.read(window.getKey())).contains(window.getValue());
        }
        move(from, to);
        assertThat(from.content()).isEmpty();
        assertThat(to.content()).containsExactlyInAnyOrderEntriesOf(stored);
      }
    }
  }

  @Test
  void shouldKeepTheYoungerOneOfTwo() throws Exception {
    // Given
    WindowKey key = new WindowKey(heard().id(), 0);
    from.content().put(key, new byte[] {1});
    to.content().put(key, new byte[] {1, 2});

    // When
    move(from, to);

    // Then
    assertThat(to.content().get(key)).isEqualTo(new byte[] {1, 2});
    assertThat(from.content()).isEmpty();
  }

  @Test
  void shouldFindAWindowThatIsMovedBetweenTwoLooks() throws IOException {
    // Given
    WindowKey key = new WindowKey(new EncounterId(UuidCreator.getTimeOrderedEpoch()), 0);
    from.content().put(key, new byte[] {1});
    from.beforeNextRead(() -> {
      to.content().putAll(from.content());
      from.content().clear();
    });

    // Then
    assertThat(StoresDuringMove.of(to, from).read(key)).contains(new byte[] {1});
  }

  @Test
  void shouldDeleteWhatWasWithdrawnAndLeaveWhatNobodyKnows() throws Exception {
    // Given
    Visit visit = heard();
    WindowKey withdrawn = new WindowKey(visit.id(), 0);
    WindowKey strange = new WindowKey(new EncounterId(UuidCreator.getTimeOrderedEpoch()), 0);
    visit.consent("withdrawn").then().statusCode(201);
    from.content().put(withdrawn, new byte[] {1});
    from.content().put(strange, new byte[] {1});

    // When
    AudioMove.Report report = move(from, to);

    // Then
    assertThat(to.content()).isEmpty();
    assertThat(from.content()).containsOnlyKeys(strange);
    assertThat(report).isEqualTo(new AudioMove.Report(0, 0, 0, 1, 1));
  }

  /** Who stores audio reads a window, adds to it and writes it, under the recording's lock. */
  @Test
  void shouldTakeNothingFromARecordingThatGoesOn() throws Exception {
    // Given a window that is added to while it is on its way
    WindowKey key = new WindowKey(heard().id(), 0);
    AudioStore service = StoresDuringMove.of(to, from);
    from.content().put(key, new byte[] {1});
    List<CompletableFuture<Void>> additions = new ArrayList<>();
    to.beforeNextWrite(() -> {
      CompletableFuture<Void> addition =
          CompletableFuture.runAsync(() -> add(service, key, (byte) 2));
      additions.add(addition);
      await().until(() -> addition.isDone() || isSomebodyWaitingForALock());
    });

    // When
    move(from, to);
    additions.getFirst().join();

    // Then
    assertThat(service.read(key)).contains(new byte[] {1, 2});
    assertThat(from.content()).isEmpty();
  }

  @Test
  void shouldMoveFromAVolumeToABucketAndBack(@TempDir Path machine) throws Exception {
    try (Bucket bucket = new Bucket()) {
      // Given
      MovableAudioStore volume = volume(machine);
      MovableAudioStore there = bucket.store(Bucket.NAME);
      EncounterId id = heard().id();
      byte[] window = new byte[320_000];
      Arrays.fill(window, (byte) 7);
      for (int number = 0; number < 30; number++) {
        volume.write(new WindowKey(id, number), window);
      }

      // When
      AudioMove.Report report = move(volume, there);

      // Then
      assertThat(report).isEqualTo(new AudioMove.Report(1, 30, 30 * 320_000, 0, 0));
      assertThat(there.windowsOf(id)).hasSize(30);
      try (Stream<Path> left = Files.list(machine)) {
        assertThat(left).noneMatch(Files::isDirectory);
      }

      // When
      move(there, volume);

      // Then
      assertThat(there.windowsOf(id)).isEmpty();
      assertThat(volume.read(new WindowKey(id, 29))).contains(window);
    }
  }

  /** A recording of which something is stored, so that the database knows of its audio. */
  private Visit heard() {
    Visit visit = Visit.recording(rivera);
    visit.speak(0, 1600);
    visit.awaitStored(1600);
    return visit;
  }

  private AudioMove.Report move(MovableAudioStore from, MovableAudioStore to)
      throws SQLException, IOException {
    try (Connection connection = database.getConnection()) {
      return new AudioMove(connection, from, to).run();
    }
  }

  private void add(AudioStore service, WindowKey key, byte addition) {
    try (Connection connection = database.getConnection();
        PreparedStatement lock =
            connection.prepareStatement("select 1 from audio where encounter_id = ? for update")) {
      connection.setAutoCommit(false);
      lock.setObject(1, key.encounterId().value());
      lock.execute();
      Optional<byte[]> known = service.read(key);
      byte[] more = Arrays.copyOf(known.orElseThrow(), known.orElseThrow().length + 1);
      more[more.length - 1] = addition;
      service.write(key, more);
      connection.commit();
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isSomebodyWaitingForALock() throws SQLException {
    try (Connection connection = DriverManager.getConnection(SuiteParts.jdbcUrl());
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")) {
      row.next();
      return row.getInt(1) > 0;
    }
  }

  private static MovableAudioStore volume(Path folder) {
    return new VolumeAudioStore(
        Mapping.of(
            VaultConfig.class,
            Map.of(
                "medic-scribe.vault.folder", folder.toString(),
                "medic-scribe.vault.master-key-file", "key",
                "medic-scribe.vault.environment", "test")),
        Clock.systemUTC());
  }
}
