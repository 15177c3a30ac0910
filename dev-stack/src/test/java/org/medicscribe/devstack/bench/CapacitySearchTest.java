package org.medicscribe.devstack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.devstack.load.Latency;
import org.medicscribe.devstack.load.LoadFigures;

class CapacitySearchTest {

  private static final double IN_TIME = 40;
  private static final double TOO_LATE = 900;

  @Test
  void shouldDoubleUntilItFailsAndLookBetween() throws Exception {
    // When
    List<Stage> tried = CapacitySearch.run(sessions -> stage(sessions, sessions <= 710, 0));

    // Then
    assertThat(tried).extracting(Stage::sessions).containsExactly(200, 400, 800, 600, 700, 750);
    assertThat(most(tried)).isEqualTo(700);
  }

  @Test
  void shouldCountAFailureAsTooMany() throws Exception {
    // When
    List<Stage> tried = CapacitySearch.run(sessions -> stage(sessions, true, sessions / 301));

    // Then
    assertThat(most(tried)).isEqualTo(300);
  }

  @Test
  void shouldEndWhereNothingGetsThrough() throws Exception {
    // When
    List<Stage> tried = CapacitySearch.run(sessions -> stage(sessions, false, 0));

    // Then
    assertThat(most(tried)).isZero();
  }

  @Test
  void shouldEndWhereEverythingGetsThrough() throws Exception {
    // When
    List<Stage> tried = CapacitySearch.run(sessions -> stage(sessions, true, 0));

    // Then
    assertThat(most(tried)).isEqualTo(CapacitySearch.MOST);
  }

  private static int most(List<Stage> tried) {
    return new BenchReport(2, List.of(), List.of(), tried, List.of(), List.of()).mostSessions();
  }

  private static Stage stage(int sessions, boolean inTime, int failed) {
    Latency none = new Latency(0, 0, 0, 0);
    Latency up = new Latency(1, 1, inTime ? IN_TIME : TOO_LATE, 1);
    return new Stage(
        sessions,
        new LoadFigures(failed, Map.of(), 0, up, none, none, none),
        Map.of(),
        Map.of(),
        0);
  }
}
