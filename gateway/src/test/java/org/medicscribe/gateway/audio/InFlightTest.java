package org.medicscribe.gateway.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.medicscribe.gateway.memory.GatewayMemory;
import org.medicscribe.memory.MemoryBudget;

class InFlightTest {

  private static final int FRAME = 3_200;

  private final GatewayMemory memory = new GatewayMemory(new MemoryBudget(1_000_000));
  private final InFlight inFlight = new InFlight(memory);

  private static int fill(InFlight.Account account, int frameBytes) {
    int frames = 0;
    while (account.tryTake(frameBytes)) {
      frames++;
    }
    return frames;
  }

  @Test
  void shouldNotLetARecordingThatSendsTooMuchSendAnotherAway() {
    // Given
    InFlight.Account quiet = inFlight.new Account();
    assertThat(quiet.tryTake(FRAME)).isTrue();

    // When
    int loud = fill(inFlight.new Account(), FRAME);

    // Then
    assertThat(loud).isPositive();
    for (int i = 0; i < 30; i++) {
      assertThat(quiet.tryTake(FRAME)).isTrue();
    }
  }

  @Test
  void shouldChargeATinyFrameForWhatItWeighs() {
    // When
    int frames = fill(inFlight.new Account(), 2);

    // Then
    assertThat(frames).isLessThan((int) (memory.recordings().ceiling() / 500));
  }

  @Test
  void shouldBeEmptyWhenAllIsGivenBack() {
    // Given
    InFlight.Account account = inFlight.new Account();
    int frames = fill(account, FRAME);

    // When
    for (int i = 0; i < frames; i++) {
      account.give(FRAME);
    }

    // Then
    assertThat(memory.recordings().used()).isZero();
    assertThat(inFlight.hasRoomForAnother()).isTrue();
  }

  @Test
  void shouldLetNobodyBeginWhileLittleIsLeft() {
    // Given
    int frames = 0;
    while (inFlight.new Account().tryTake(FRAME)) {
      frames++;
    }

    // Then
    assertThat(frames).isPositive();
    assertThat(inFlight.hasRoomForAnother()).isFalse();
  }
}
