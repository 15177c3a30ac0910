package org.medicscribe.storage.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.AudioEvent.AudioChunk;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.storage.audio.PendingAudio.Piece;

class PendingAudioTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private final PendingAudio<String> pending = new PendingAudio<>(new AudioWindows(100));

  private void add(long from, long to, String origin) {
    pending.add(
        new AudioChunk(SampleIndex.of(from), ByteBuffer.allocate((int) (to - from) * 2), 1),
        NOW,
        origin);
  }

  @Test
  void shouldKeepAWindowUntilItIsFull() {
    // When
    add(0, 60, "a");

    // Then
    assertThat(pending.takeComplete()).isEmpty();
    assertThat(pending.isEmpty()).isFalse();
  }

  @Test
  void shouldCutTheChunkAcrossTheEdgeAndTellItOnlyWithItsLastPart() {
    // Given
    add(0, 60, "a");
    add(60, 120, "b");

    // When
    List<Piece<String>> complete = pending.takeComplete();

    // Then
    assertThat(complete)
        .extracting(Piece::last)
        .containsExactly(Optional.of("a"), Optional.empty());
    assertThat(complete.getLast().chunk().end()).isEqualTo(SampleIndex.of(100));
    List<Piece<String>> rest = pending.takeAll();
    assertThat(rest).extracting(Piece::last).containsExactly(Optional.of("b"));
    assertThat(rest.getFirst().chunk().first()).isEqualTo(SampleIndex.of(100));
    assertThat(rest.getFirst().chunk().pcm().remaining()).isEqualTo(40);
  }

  @Test
  void shouldGiveUpAWindowThatARecorderLeftBehind() {
    // Given
    add(0, 60, "a");

    // When the recorder goes on elsewhere
    add(250, 260, "b");

    // Then
    assertThat(pending.takeComplete()).extracting(Piece::last).containsExactly(Optional.of("a"));
  }

  @Test
  void shouldNotKeepResentAudioForAWindowThatWasTaken() {
    // Given
    add(250, 260, "b");
    assertThat(pending.takeComplete()).isEmpty();

    // When
    add(60, 120, "again");

    // Then
    assertThat(pending.takeComplete())
        .extracting(Piece::last)
        .containsExactly(Optional.of("again"));
    assertThat(pending.takeComplete()).isEmpty();
    assertThat(pending.takeAll()).extracting(Piece::last).containsExactly(Optional.of("b"));
  }

  @Test
  void shouldCutAChunkLongerThanAWindow() {
    // When
    add(50, 420, "long");

    // Then
    assertThat(pending.takeComplete())
        .singleElement()
        .extracting(piece -> piece.chunk().pcm().remaining())
        .isEqualTo(700);
    assertThat(pending.takeAll())
        .singleElement()
        .extracting(piece -> piece.chunk().pcm().remaining())
        .isEqualTo(40);
  }

  @Test
  void shouldKnowHowLongItWaits() {
    // Given
    add(0, 60, "a");

    // Then
    assertThat(pending.hasWaitedSince(NOW.minusMillis(1))).isFalse();
    assertThat(pending.hasWaitedSince(NOW)).isTrue();
  }

  @Test
  void shouldHoldAChunkThatIsCutUntilItsLastPartIsTaken() {
    // Given
    add(0, 60, "a");
    add(60, 120, "b");
    long both = pending.bytes();
    assertThat(both).isEqualTo(2 * (120 + PendingAudio.OVERHEAD));

    // When
    long taken = pending.takeComplete().stream().mapToLong(Piece::bytes).sum();

    // Then
    assertThat(taken).isEqualTo(both / 2);
    assertThat(pending.bytes()).isEqualTo(both / 2);
    assertThat(pending.takeAll().getFirst().bytes()).isEqualTo(both / 2);
    assertThat(pending.bytes()).isZero();
  }
}
