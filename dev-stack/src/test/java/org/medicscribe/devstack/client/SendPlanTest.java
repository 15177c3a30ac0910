package org.medicscribe.devstack.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.medicscribe.devstack.client.SendPlan.Frame;

class SendPlanTest {

  private static final Duration LATER = Duration.ofHours(1);

  private static Incoming.Ready ready(long next) {
    return new Incoming.Ready(next, 4_800, 16_000);
  }

  @Test
  void shouldSendAFrameOnceItWasSpoken() {
    SendPlan plan = new SendPlan(16_000, 1);
    plan.ready(ready(0));

    assertThat(plan.next(Duration.ofMillis(99))).isEmpty();
    assertThat(plan.next(Duration.ofMillis(100))).contains(new Frame(0, 1_600));
    assertThat(plan.next(Duration.ofMillis(150))).isEmpty();
  }

  @Test
  void shouldSpeakFasterWhenToldTo() {
    SendPlan plan = new SendPlan(16_000, 4);
    plan.ready(ready(0));

    assertThat(plan.next(Duration.ofMillis(25))).contains(new Frame(0, 1_600));
  }

  @Test
  void shouldHoldBackWhatDoesNotFitTheWindow() {
    // Given
    SendPlan plan = new SendPlan(16_000, 0);
    plan.ready(ready(0));
    for (int i = 0; i < 3; i++) {
      assertThat(plan.next(LATER)).isPresent();
    }
    assertThat(plan.next(LATER)).isEmpty();

    // When
    plan.acknowledge(1_600);

    // Then
    assertThat(plan.next(LATER)).contains(new Frame(4_800, 1_600));
    assertThat(plan.next(LATER)).isEmpty();
  }

  @Test
  void shouldSendTheRestInAShorterFrame() {
    SendPlan plan = new SendPlan(2_000, 0);
    plan.ready(ready(0));

    assertThat(plan.next(LATER)).contains(new Frame(0, 1_600));
    assertThat(plan.next(LATER)).contains(new Frame(1_600, 400));
    assertThat(plan.isAllSent()).isTrue();
  }

  @Test
  void shouldComeBackWithEverythingThatIsNotSafe() {
    // Given
    SendPlan plan = new SendPlan(16_000, 0);
    plan.ready(ready(0));
    for (int i = 0; i < 3; i++) {
      assertThat(plan.next(LATER)).isPresent();
    }
    plan.acknowledge(1_600);

    // When
    plan.ready(ready(plan.firstUnacknowledged()));

    // Then
    assertThat(plan.next(LATER)).contains(new Frame(1_600, 1_600));
  }
}
