package org.medicscribe.storage.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.medicscribe.memory.MemoryBudget;
import org.medicscribe.memory.Share;

class RoomTest {

  private final Share share = new MemoryBudget(10).share("records", 0, 1);
  private final Room room = new Room(share);

  @Test
  void shouldHaveRoomBelowItsLimit() {
    // When
    room.take(9);

    // Then
    assertThat(room.free().subscribeAsCompletionStage()).isCompleted();
  }

  @Test
  void shouldLetTheNextOneWaitUntilSomethingIsGivenBack() {
    // Given
    room.take(12);
    CompletableFuture<Void> free = room.free().subscribeAsCompletionStage();
    room.give(2);
    assertThat(free).isNotDone();

    // When
    room.give(1);

    // Then
    assertThat(free).isCompleted();
    assertThat(share.used()).isEqualTo(9);
  }

  @Test
  void shouldNotWaitForOthersWhenItHoldsNothing() {
    // Given
    new Room(share).take(20);

    // Then
    assertThat(room.free().subscribeAsCompletionStage()).isCompleted();
  }
}
