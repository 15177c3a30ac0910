package org.medicscribe.devstack.load;

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

  private static final Window ALWAYS = new Window(0, Long.MAX_VALUE);

  private final SessionTimes times = new SessionTimes(7, 2, 1_600);

  private static ProviderTimes provider() throws Exception {
    return new ProviderTimes(new ObjectMapper().readTree(TABLE));
  }

  @Test
  void shouldMeasureEachFrameOnItsWayToTheProvider() throws Exception {
    times.sent(900, 1_000);
    times.sent(1_800, 2_000);

    assertThat(times.up(provider(), ALWAYS)).containsExactly(500L, 1_500L);
  }

  @Test
  void shouldCreditAnAcknowledgementToEveryFrameItCovers() {
    times.sent(900, 1_000);
    times.sent(1_800, 2_000);

    times.acknowledged(3_200, 2_600);

    assertThat(times.acknowledgements(ALWAYS)).containsExactly(1_600L, 600L);
  }

  @Test
  void shouldMeasureAFinalFromItsDepartureAtTheProvider() throws Exception {
    times.told(3, 5_700);

    assertThat(times.down(provider(), ALWAYS)).containsExactly(700L);
  }

  @Test
  void shouldLeaveOutWhatDidNotBeginInTheMeasuredStretch() throws Exception {
    times.sent(900, 1_000);
    times.sent(1_800, 2_000);
    times.told(3, 5_700);

    Window second = new Window(2_000, 5_000);
    assertThat(times.up(provider(), second)).containsExactly(1_500L);
    assertThat(times.late(second)).containsExactly(200L);
    assertThat(times.down(provider(), second)).isEmpty();
  }

  @Test
  void shouldTellWhatTheProviderNeverHeard() throws Exception {
    SessionTimes longer = new SessionTimes(7, 3, 1_600);
    longer.sent(0, 1_000);
    longer.sent(0, 2_000);
    longer.sent(0, 3_000);

    assertThat(longer.lost(provider())).isEqualTo(1);
  }

  @Test
  void shouldGiveTheNearestRankAsPercentile() {
    Latency latency = Latency.ofNanos(LongStream.rangeClosed(1, 100).map(i -> i * 1_000_000));

    assertThat(latency).isEqualTo(new Latency(100, 50, 99, 100));
  }
}
