package org.medicscribe.simulators.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.medicscribe.simulators.faults.FaultPlan.Strike;

class FaultPlanTest {

  private final FaultPlan plan = FaultPlan.ofLanguageModel();

  @Test
  void shouldStrikeOneRequestAfterTheOtherAndThenNone() {
    // Given
    Fault.Refuse busy = new Fault.Refuse(2, 429);
    Fault.Truncate cut = new Fault.Truncate(1);

    // When
    plan.set(busy, cut);

    // Then
    assertThat(plan.next().fault()).isEqualTo(busy);
    assertThat(plan.next().fault()).isEqualTo(busy);
    assertThat(plan.next().fault()).isEqualTo(cut);
    assertThat(plan.next()).isEqualTo(Strike.NONE);
    assertThat(plan.remaining()).isEmpty();
  }

  @Test
  void shouldStrikeUntilItIsClearedWhenNoNumberIsSaid() {
    // Given
    plan.set(new Fault.Truncate(0));

    // When
    for (int i = 0; i < 1000; i++) {
      assertThat(plan.next().fault()).isInstanceOf(Fault.Truncate.class);
    }
    plan.clear();

    // Then
    assertThat(plan.next()).isEqualTo(Strike.NONE);
  }

  @Test
  void shouldDelayWhateverElseStrikes() {
    // Given
    plan.set(new Fault.Refuse(1, 503), new Fault.Latency(2, Duration.ofSeconds(1)));

    // When
    Strike first = plan.next();
    Strike second = plan.next();

    // Then
    assertThat(first).isEqualTo(new Strike(Duration.ofSeconds(1), new Fault.Refuse(1, 503)));
    assertThat(second).isEqualTo(new Strike(Duration.ofSeconds(1), null));
    assertThat(plan.next()).isEqualTo(Strike.NONE);
  }

  @Test
  void shouldNotPlanForASpeechProviderWhatOnlyALanguageModelCanDo() {
    assertThatThrownBy(() -> FaultPlan.ofSpeechProvider().set(new Fault.ContentFilter(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
