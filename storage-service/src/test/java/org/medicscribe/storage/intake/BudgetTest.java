package org.medicscribe.storage.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private final Budget budget = new Budget(10);

  @Test
  void shouldHaveRoomBelowItsLimit() {
    // When
    budget.take(9);

    // Then
    assertThat(budget.room().subscribeAsCompletionStage()).isCompleted();
  }

  @Test
  void shouldLetTheNextOneWaitUntilSomethingIsReleased() {
    // Given
    budget.take(12);
    CompletableFuture<Void> room = budget.room().subscribeAsCompletionStage();
    assertThat(room).isNotDone();
    budget.release(2);
    assertThat(room).isNotDone();

    // When
    budget.release(1);

    // Then
    assertThat(room).isCompleted();
    assertThat(budget.used()).isEqualTo(9);
  }
}
