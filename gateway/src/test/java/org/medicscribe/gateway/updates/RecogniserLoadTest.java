package org.medicscribe.gateway.updates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.LiveEvent.DelayReason;
import org.medicscribe.events.LiveEvent.TranscriptionDelayed;

class RecogniserLoadTest {

  private final AtomicLong now = new AtomicLong();
  private final RecogniserLoad load = new RecogniserLoad(now::get);

  @Test
  void shouldNotBeFullBeforeAnybodySaysSo() {
    assertThat(load.isFull()).isFalse();
  }

  @Test
  void shouldBeFullForAMomentAfterAVisitIsLateForWantOfRoom() {
    // When
    say(Duration.ofSeconds(5), DelayReason.OVERLOADED);
    pass(Duration.ofSeconds(9));

    // Then
    assertThat(load.isFull()).isTrue();
    pass(Duration.ofSeconds(1));
    assertThat(load.isFull()).isFalse();
  }

  @Test
  void shouldNotMindAShortDelayOrOneThatIsNotForWantOfRoom() {
    // When
    say(Duration.ofSeconds(4), DelayReason.OVERLOADED);
    say(Duration.ofMinutes(1), DelayReason.CATCHING_UP);
    say(Duration.ofMinutes(1), DelayReason.PROVIDER_UNREACHABLE);

    // Then
    assertThat(load.isFull()).isFalse();
  }

  private void say(Duration behind, DelayReason reason) {
    load.told(
        new TranscriptionDelayed(
            EncounterId.parse("0198c5b0-0000-7000-8000-000000000001").orElseThrow(),
            behind.toMillis(),
            reason));
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
