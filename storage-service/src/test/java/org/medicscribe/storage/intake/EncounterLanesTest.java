package org.medicscribe.storage.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.EncounterId;

class EncounterLanesTest {

  private final EncounterLanes lanes = new EncounterLanes();
  private final EncounterId ana = new EncounterId(UuidCreator.getTimeOrderedEpoch());
  private final EncounterId ben = new EncounterId(UuidCreator.getTimeOrderedEpoch());
  private final List<String> done = new ArrayList<>();

  private Uni<Void> after(CompletableFuture<Void> go, String name) {
    return Uni.createFrom().completionStage(go).invoke(() -> done.add(name));
  }

  @Test
  void shouldDoOneAfterTheOtherWithinAnEncounter() {
    // Given
    CompletableFuture<Void> first = new CompletableFuture<>();
    CompletableFuture<Void> second = new CompletableFuture<>();
    lanes.run(ana, () -> after(first, "first"));
    lanes.run(ana, () -> after(second, "second"));

    // When
    second.complete(null);
    first.complete(null);

    // Then
    assertThat(done).containsExactly("first", "second");
  }

  @Test
  void shouldNotLetASlowEncounterHoldUpAnother() {
    // Given
    lanes.run(ana, () -> Uni.createFrom().nothing());

    // When
    lanes.run(ben, () -> after(CompletableFuture.completedFuture(null), "ben"));

    // Then
    assertThat(done).containsExactly("ben");
  }

  @Test
  void shouldGoOnAfterAFailureAndTellIt() {
    // Given
    Uni<Void> failing =
        lanes.run(ana, () -> Uni.createFrom().failure(new IllegalStateException("broken")));

    // When
    lanes.run(ana, () -> after(CompletableFuture.completedFuture(null), "next"));

    // Then
    assertThat(done).containsExactly("next");
    assertThat(failing.subscribeAsCompletionStage())
        .isCompletedExceptionally()
        .failsWithin(java.time.Duration.ZERO);
  }

  @Test
  void shouldForgetEncountersWithoutWork() {
    // When
    lanes.run(ana, () -> Uni.createFrom().voidItem());

    // Then
    assertThat(lanes.busy()).isZero();
  }
}
