package org.medicscribe.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class AckGateTest {

  private final Queue<Runnable> timers = new ArrayDeque<>();
  private final List<String> acknowledged = new ArrayList<>();
  private boolean hasHeardOfAllClaims;
  private boolean isDue = true;
  private final AckGate<String> gate =
      new AckGate<>(
          () -> hasHeardOfAllClaims, _ -> isDue, (_, task) -> timers.add(task), acknowledged::add);

  @Test
  void shouldAcknowledgeAtOnceWhileNobodyElseCanHaveTheRecording() {
    // Given
    hasHeardOfAllClaims = true;

    // When
    gate.safe("first");

    // Then
    assertThat(acknowledged).containsExactly("first");
    assertThat(timers).isEmpty();
  }

  @Test
  void shouldLookNoMoreWhenTheRecorderIsGone() {
    // Given
    gate.safe("first");

    // When
    gate.close();
    timers.remove().run();

    // Then
    assertThat(timers).isEmpty();
    assertThat(acknowledged).isEmpty();
  }

  @Test
  void shouldHoldAcknowledgementsBackUntilAllClaimsAreHeardOf() {
    // Given
    gate.safe("first");
    gate.safe("second");

    // When
    timers.remove().run();

    // Then
    assertThat(acknowledged).isEmpty();

    // When
    hasHeardOfAllClaims = true;
    timers.remove().run();

    // Then
    assertThat(acknowledged).containsExactly("first", "second");
    assertThat(timers).isEmpty();
  }

  @Test
  void shouldHoldBackWhatIsNotDueYetAndAllBehindIt() {
    // Given
    hasHeardOfAllClaims = true;
    isDue = false;
    gate.safe("first");
    gate.safe("second");
    assertThat(acknowledged).isEmpty();

    // When
    isDue = true;
    timers.remove().run();

    // Then
    assertThat(acknowledged).containsExactly("first", "second");
    assertThat(timers).isEmpty();
  }
}
