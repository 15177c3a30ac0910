package org.medicscribe.transcription.speech.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AudioInboxTest {

  private final AudioInbox inbox = new AudioInbox();
  private final List<Object> read = new ArrayList<>();

  @Test
  void shouldHandOverSamplesInOrderWithThePauseWhereItWas() {
    // Given
    inbox.append(pcm(1, -2));
    inbox.pause();
    inbox.append(pcm(3));

    // When
    drain();

    // Then
    assertThat(read).containsExactly(1, -2, "pause", 3);
    assertThat(inbox.waiting()).isZero();
  }

  @Test
  void shouldPassAPauseOnThoughNothingFollows() {
    // Given
    inbox.append(pcm(1));
    drain();

    // When
    inbox.pause();
    drain();
    drain();

    // Then
    assertThat(read).containsExactly(1, "pause");
  }

  @Test
  void shouldKeepItsOwnCopyOfTheAudio() {
    // Given
    ByteBuffer sent = pcm(7);
    inbox.append(sent);

    // When
    sent.putShort(0, (short) 8);
    drain();

    // Then
    assertThat(read).containsExactly(7);
    assertThat(sent.position()).isZero();
  }

  @Test
  void shouldGrowWithABurst() {
    // Given
    for (int i = 0; i < 100; i++) {
      inbox.append(pcm(new int[1_000]));
    }

    // When
    int waiting = inbox.waiting();

    // Then
    assertThat(waiting).isEqualTo(100_000);
  }

  private void drain() {
    inbox.drainTo(
        (samples, offset, count) -> {
          for (int i = offset; i < offset + count; i++) {
            read.add((int) samples[i]);
          }
        },
        () -> read.add("pause"));
  }

  private static ByteBuffer pcm(int... samples) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int sample : samples) {
      bytes.putShort((short) sample);
    }
    return bytes.flip();
  }
}
