package org.medicscribe.storage.audio.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.EncounterId;

class S3AudioStoreTest {

  private static Bucket bucket;

  private final EncounterId id = new EncounterId(UuidCreator.getTimeOrderedEpoch());
  private final WindowKey key = new WindowKey(id, 7);
  private MovableAudioStore store;

  @BeforeAll
  static void start() throws IOException {
    bucket = new Bucket();
  }

  @BeforeEach
  void open() {
    store = bucket.store(Bucket.NAME);
  }

  @AfterAll
  static void stop() {
    bucket.close();
  }

  @Test
  void shouldReplaceAWindowAndLeaveNothingElseBehind() throws IOException {
    // When
    store.write(key, new byte[] {1});
    store.write(key, new byte[] {2, 3});

    // Then
    assertThat(store.read(key)).contains(new byte[] {2, 3});
    assertThat(store.windowsOf(id)).containsExactly(key);
  }

  @Test
  void shouldFindNothingWhereNothingIs() throws IOException {
    assertThat(store.read(key)).isEmpty();
    assertThat(store.windowsOf(id)).isEmpty();
    store.setAside(key);
    store.delete(key);
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
    assertThat(store.windowsOf(id)).isEmpty();
    assertThat(recordings()).contains(id);
  }

  @Test
  void shouldDeleteEverythingOfARecordingAndNothingOfAnother() throws IOException {
    // Given
    WindowKey other = new WindowKey(new EncounterId(UuidCreator.getTimeOrderedEpoch()), 7);
    store.write(other, new byte[] {1});
    store.write(key, new byte[] {1});
    store.setAside(key);
    store.write(key, new byte[] {1});

    // When
    store.deleteAll(id);

    // Then
    assertThat(recordings()).doesNotContain(id).contains(other.encounterId());
  }

  @Test
  void shouldNameEveryWindowInOrder() throws IOException {
    // Given
    for (long window : new long[] {11, 1_000_000, 0, 2}) {
      store.write(new WindowKey(id, window), new byte[] {1});
    }

    // Then
    assertThat(store.windowsOf(id))
        .extracting(WindowKey::window)
        .containsExactly(0L, 2L, 11L, 1_000_000L);
  }

  @Test
  void shouldNotTakeABucketThatIsNotThereForAnEmptyOne() {
    // Given
    MovableAudioStore elsewhere = bucket.store("nowhere");

    // Then
    assertThatIOException().isThrownBy(() -> elsewhere.read(key));
    assertThatIOException().isThrownBy(() -> elsewhere.write(key, new byte[] {1}));
    assertThatIOException().isThrownBy(() -> elsewhere.setAside(key));
    assertThatIOException().isThrownBy(() -> elsewhere.deleteAll(id));
    assertThatIOException().isThrownBy(() -> elsewhere.windowsOf(id));
    assertThatIOException().isThrownBy(elsewhere::recordings);
  }

  @Test
  void shouldNameAllWhereOneAnswerDoesNotHoldThem() throws IOException {
    // Given
    MovableAudioStore brief =
        new S3AudioStore(
            AudioStores.client(bucket.settings(Bucket.NAME).s3()),
            Bucket.NAME,
            Clock.systemUTC(),
            2);
    Set<EncounterId> all = new HashSet<>();
    for (int window = 0; window < 5; window++) {
      EncounterId each = new EncounterId(UuidCreator.getTimeOrderedEpoch());
      all.add(each);
      store.write(new WindowKey(each, 0), new byte[] {1});
      store.write(new WindowKey(id, window), new byte[] {1});
    }

    // Then
    assertThat(brief.recordings()).containsAll(all);
    assertThat(brief.windowsOf(id)).hasSize(5);
  }

  private Stream<EncounterId> recordings() throws IOException {
    return store.recordings();
  }
}
