package org.medicscribe.storage.audio;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.events.AudioEvent.AudioChunk;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.SampleRange;
import org.medicscribe.storage.audio.AudioRepository.Playable;
import org.medicscribe.storage.audio.AudioRepository.Shelf;
import org.medicscribe.storage.audio.PendingAudio.Piece;
import org.medicscribe.storage.audio.vault.AudioVault;
import org.medicscribe.storage.audio.vault.MasterKeys;
import org.medicscribe.storage.audio.vault.MemoryAudioStore;
import org.medicscribe.storage.audio.vault.WindowKey;
import org.medicscribe.storage.testing.Mapping;
import org.medicscribe.storage.testing.Visit;

/** Everything between a record and the disk, killed at any moment and replayed. */
class RecordingReplayTest {

  private static final int WINDOW = 1600;
  private static final long CLAIM = 2;
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final AudioConfig CONFIG =
      Mapping.of(AudioConfig.class, Map.of("medic-scribe.audio.window", "100ms"));

  private final EncounterId id = new EncounterId(UuidCreator.getTimeOrderedEpoch());
  private final MemoryAudioStore store = new MemoryAudioStore();
  private final AudioVault vault = new AudioVault(store, MasterKeys.any());
  private final String dataKey = vault.newDataKey(id);
  private final WindowWriter writer = new WindowWriter(CONFIG, vault, new SimpleMeterRegistry());
  private SampleRanges stored = SampleRanges.NONE;

  private static AudioChunk chunk(long from, long to) {
    return new AudioChunk(SampleIndex.of(from), ByteBuffer.wrap(Visit.signal(from, to)), CLAIM);
  }

  private void store(List<AudioChunk> chunks) throws IOException {
    stored = writer.store(id, shelf(), chunks);
  }

  private Shelf.Open shelf() {
    return new Shelf.Open(dataKey, stored, CLAIM);
  }

  private byte[] played(long samples) throws IOException {
    Playable recording = new Playable(id, dataKey, stored, SampleIndex.of(samples));
    AudioPlayback playback = new AudioPlayback(vault, CONFIG);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    playback.write(recording, 0, playback.length(recording) - 1, out, () -> {});
    return Arrays.copyOfRange(out.toByteArray(), WavHeader.BYTES, out.size());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void shouldStoreTheSameBytesHoweverOftenItIsKilled(long seed) throws IOException {
    // Given a recording in uneven chunks, some of them sent twice
    RandomGenerator random = RandomGeneratorFactory.getDefault().create(seed);
    List<AudioChunk> log = new ArrayList<>();
    long total = 0;
    while (total < 12 * WINDOW) {
      long from = random.nextInt(5) == 0 ? Math.max(0, total - random.nextInt(2 * WINDOW)) : total;
      long to = from + 1 + random.nextInt(700);
      log.add(chunk(from, to));
      total = Math.max(total, to);
    }

    // When its consumer is killed and starts over from what was acknowledged
    boolean[] acknowledged = new boolean[log.size()];
    int kills = 0;
    while (!all(acknowledged)) {
      PendingAudio<Integer> pending = new PendingAudio<>(AudioWindows.of(CONFIG.window()));
      int committed = contiguous(acknowledged);
      boolean killed = false;
      for (int i = committed; i < log.size() && !killed; i++) {
        pending.add(log.get(i), NOW, i);
        List<Piece<Integer>> due =
            random.nextInt(10) == 0 ? pending.takeAll() : pending.takeComplete();
        killed = kills < 20 && random.nextInt(15) == 0;
        if (killed) {
          kills++;
          crash(random, due);
        } else {
          write(due, acknowledged);
        }
      }
      if (!killed) {
        write(pending.takeAll(), acknowledged);
      }
    }

    // Then it plays as it was spoken
    assertThat(stored.ranges())
        .containsExactly(new SampleRange(SampleIndex.ZERO, SampleIndex.of(total)));
    assertThat(played(total)).isEqualTo(Visit.signal(0, total));
  }

  /** The windows may have been written, the word about them not. */
  private void crash(RandomGenerator random, List<Piece<Integer>> due) throws IOException {
    if (random.nextBoolean()) {
      writer.store(id, shelf(), due.stream().map(Piece::chunk).toList());
    }
  }

  private void write(List<Piece<Integer>> due, boolean[] acknowledged) throws IOException {
    store(due.stream().map(Piece::chunk).toList());
    due.forEach(piece -> piece.last().ifPresent(index -> acknowledged[index] = true));
  }

  private static boolean all(boolean[] acknowledged) {
    return contiguous(acknowledged) == acknowledged.length;
  }

  /** As Kafka commits: up to the first record that is not acknowledged. */
  private static int contiguous(boolean[] acknowledged) {
    int index = 0;
    while (index < acknowledged.length && acknowledged[index]) {
      index++;
    }
    return index;
  }

  @Test
  void shouldNotWriteAgainWhatIsStored() throws IOException {
    // Given
    store(List.of(chunk(0, WINDOW)));
    int writes = store.writes();

    // When
    store(List.of(chunk(200, 800), chunk(0, WINDOW)));

    // Then
    assertThat(store.writes()).isEqualTo(writes);
  }

  @Test
  void shouldKeepWhatCameFirstWhenAReplayDiffers() throws IOException {
    // Given
    store(List.of(chunk(0, 800)));

    // When
    byte[] other = new byte[2 * 1600];
    store(List.of(new AudioChunk(SampleIndex.ZERO, ByteBuffer.wrap(other), CLAIM)));

    // Then
    assertThat(Arrays.copyOf(played(1600), 1600)).isEqualTo(Visit.signal(0, 800));
  }

  @Test
  void shouldLeaveTheirPlaceToTheRecorderThatReplacedAnother() throws IOException {
    // When
    byte[] late = new byte[2 * 1600];
    store(List.of(new AudioChunk(SampleIndex.ZERO, ByteBuffer.wrap(late), CLAIM - 1)));
    store(List.of(chunk(0, 1600)));

    // Then
    assertThat(played(1600)).isEqualTo(Visit.signal(0, 1600));
  }

  @Test
  void shouldPlaySilenceWhereNothingWasStored() throws IOException {
    // When
    store(List.of(chunk(0, 100), chunk(4 * WINDOW, 4 * WINDOW + 100)));

    // Then
    byte[] pcm = played(4 * WINDOW + 100);
    assertThat(Arrays.copyOf(pcm, 200)).isEqualTo(Visit.signal(0, 100));
    assertThat(Arrays.copyOfRange(pcm, 200, 4 * WINDOW * 2)).containsOnly(0);
    assertThat(Arrays.copyOfRange(pcm, 4 * WINDOW * 2, pcm.length))
        .isEqualTo(Visit.signal(4 * WINDOW, 4 * WINDOW + 100));
  }

  @Test
  void shouldShowADamagedWindowAsAGapAndKeepWhatComes() throws IOException {
    // Given a window half full, of which a bit flips
    store(List.of(chunk(0, 800)));
    store.flipABit(new WindowKey(id, 0));

    // When the other half comes
    store(List.of(chunk(800, 1600)));

    // Then
    assertThat(stored.ranges())
        .containsExactly(new SampleRange(SampleIndex.of(800), SampleIndex.of(1600)));
    assertThat(Arrays.copyOfRange(played(1600), 1600, 3200)).isEqualTo(Visit.signal(800, 1600));
    assertThat(store.setAside()).isEqualTo(1);
  }

  @Test
  void shouldServeAnyRangeOfTheFileAlike() throws IOException {
    // Given
    store(List.of(chunk(0, 4000)));
    Playable recording = new Playable(id, dataKey, stored, SampleIndex.of(4000));
    AudioPlayback playback = new AudioPlayback(vault, CONFIG);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    playback.write(recording, 0, playback.length(recording) - 1, whole, () -> {});
    RandomGenerator random = RandomGeneratorFactory.getDefault().create(1);

    for (int i = 0; i < 300; i++) {
      // When
      int first = random.nextInt(whole.size());
      int last = first + random.nextInt(whole.size() - first);
      ByteArrayOutputStream part = new ByteArrayOutputStream();
      playback.write(recording, first, last, part, () -> {});

      // Then
      assertThat(part.toByteArray())
          .isEqualTo(Arrays.copyOfRange(whole.toByteArray(), first, last + 1));
    }
  }
}
