package org.medicscribe.gateway.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrameGatheringTest {

  private static final int MANY = 2_000;

  private final FrameGathering gathering = new FrameGathering(Duration.ofMillis(20));
  private final BlockingQueue<Integer> sent = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    gathering.close();
  }

  @Test
  void shouldSendTheOnlyFrameAtOnceAndOnTheThreadThatBroughtIt() {
    // Given
    List<Thread> senders = new ArrayList<>();

    // When
    gathering.send(() -> senders.add(Thread.currentThread()));

    // Then
    assertThat(senders).containsExactly(Thread.currentThread());
  }

  @Test
  void shouldSendManyInTheirOrderAndForgetNone() throws InterruptedException {
    // When
    for (int i = 0; i < MANY; i++) {
      int frame = i;
      gathering.send(() -> sent.add(frame));
    }

    // Then
    for (int i = 0; i < MANY; i++) {
      assertThat(sent.poll(10, TimeUnit.SECONDS)).isEqualTo(i);
    }
  }

  @Test
  void shouldSendWhatWaitsWhenItCloses() {
    // Given
    FrameGathering slow = new FrameGathering(Duration.ofHours(1));
    for (int i = 0; i < MANY; i++) {
      int frame = i;
      slow.send(() -> sent.add(frame));
    }

    // When
    slow.close();

    // Then
    assertThat(sent).hasSize(MANY);
  }
}
