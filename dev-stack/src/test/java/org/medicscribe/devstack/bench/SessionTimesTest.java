package org.medicscribe.devstack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SessionTimesTest {

  private static final String TABLE =
      """
      {"arrivals":{"nanos":[1500,3500],"through":[1581,3193]},
       "results":{"nanos":[4000,5000],"lastWord":[3,3],"isFinal":[0,1]}}
      """;

  private final SessionTimes times = new SessionTimes(7, 2, 1_600);

  private static ProviderTimes provider() throws Exception {
    return new ProviderTimes(new ObjectMapper().readTree(TABLE));
  }

  @Test
  void shouldMeasureEachFrameOnItsWayToTheProvider() throws Exception {
    times.sent(1_000);
    times.sent(2_000);

    assertThat(times.up(provider())).containsExactly(500L, 1_500L);
  }

  @Test
  void shouldCreditAnAcknowledgementToEveryFrameItCovers() {
    times.sent(1_000);
    times.sent(2_000);

    times.acknowledged(3_200, 2_600);

    assertThat(times.acknowledgements()).containsExactly(1_600L, 600L);
    assertThat(times.isComplete()).isTrue();
  }

  @Test
  void shouldMeasureAFinalFromItsDepartureAtTheProvider() throws Exception {
    times.told(3, 5_700);

    assertThat(times.down(provider())).containsExactly(700L);
  }

  @Test
  void shouldGiveTheNearestRankAsPercentile() {
    Latency latency = Latency.ofNanos(LongStream.rangeClosed(1, 100).map(i -> i * 1_000_000));

    assertThat(latency).isEqualTo(new Latency(100, 50, 99, 100));
  }
}
