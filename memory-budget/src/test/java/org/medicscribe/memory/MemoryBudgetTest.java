package org.medicscribe.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {

  private final MemoryBudget budget = new MemoryBudget(1_000);
  private final Share recordings = budget.share("recordings", 0.5, 1);
  private final Share uploads = budget.share("uploads", 0, 0.4);

  @Test
  void shouldRefuseWhatPassesTheCeilingAndTakeNothingOfIt() {
    assertThat(uploads.tryTake(401)).isFalse();
    assertThat(uploads.used()).isZero();
    assertThat(uploads.refused()).isEqualTo(1);
    assertThat(uploads.tryTake(400)).isTrue();
  }

  @Test
  void shouldKeepAReserveForRecordingsWhateverElseIsTaken() {
    // Given
    Share downloads = budget.share("downloads", 0, 1);
    assertThat(downloads.tryTake(500)).isTrue();

    // When
    boolean oneMoreDownload = downloads.tryTake(1);

    // Then
    assertThat(oneMoreDownload).isFalse();
    assertThat(recordings.tryTake(500)).isTrue();
    assertThat(recordings.tryTake(1)).isFalse();
  }

  @Test
  void shouldLendWhatIsCommonToRecordingsToo() {
    assertThat(recordings.tryTake(1_000)).isTrue();
    assertThat(uploads.tryTake(1)).isFalse();

    recordings.give(1);

    assertThat(uploads.hasRoomFor(1)).isTrue();
    assertThat(uploads.tryTake(1)).isTrue();
  }

  @Test
  void shouldCountWhatCouldNotBeRefusedAgainstWhatComesNext() {
    recordings.take(1_200);

    assertThat(recordings.hasRoomFor(0)).isFalse();
    assertThat(uploads.tryTake(1)).isFalse();
  }

  @Test
  void shouldNoticeWhatIsGivenBackTwice() {
    uploads.take(10);
    uploads.give(10);

    assertThatThrownBy(() -> uploads.give(1)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void shouldRefuseSharesThatReserveMoreThanThereIs() {
    assertThatThrownBy(() -> budget.share("notes", 0.6, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> budget.share("notes", 0.3, 0.2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldNeverLendMoreThanItHasToManyThreads() throws InterruptedException {
    // Given
    CountDownLatch ready = new CountDownLatch(8);

    // When
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 8; i++) {
        threads.execute(() -> {
          ready.countDown();
          for (int n = 0; n < 1_000; n++) {
            recordings.tryTake(1);
            uploads.tryTake(1);
          }
        });
      }
      ready.await();
    }

    // Then
    assertThat(recordings.used() + uploads.used()).isEqualTo(1_000);
  }

  @Test
  void shouldTellAnOperatorHowFullItIs() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    new BudgetMetrics(budget).bindTo(registry);

    uploads.tryTake(300);
    uploads.tryTake(300);

    assertThat(registry.get("memory.budget.limit").gauge().value()).isEqualTo(1_000);
    assertThat(registry.get("memory.budget.used").tag("share", "uploads").gauge().value())
        .isEqualTo(300);
    assertThat(
            registry.get("memory.budget.refused").tag("share", "uploads").functionCounter().count())
        .isEqualTo(1);
  }
}
