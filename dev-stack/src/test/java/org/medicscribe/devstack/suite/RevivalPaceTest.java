package org.medicscribe.devstack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RevivalPaceTest {

  private static final Duration SHORT = Duration.ofSeconds(3);
  private static final Duration LONG = Duration.ofHours(1);

  private final RevivalPace pace = new RevivalPace();

  @Test
  void shouldWaitLongerEachTimeAndThenGoOnSlowly() {
    assertThat(pace.ended(SHORT)).isEqualTo(Duration.ofSeconds(1));
    assertThat(pace.ended(SHORT)).isEqualTo(Duration.ofSeconds(2));
    assertThat(pace.ended(SHORT)).isEqualTo(Duration.ofSeconds(4));
    assertThat(pace.ended(SHORT)).isEqualTo(Duration.ofSeconds(8));
    assertThat(pace.endsOften()).isFalse();

    assertThat(pace.ended(SHORT)).isEqualTo(Duration.ofMinutes(1));
    assertThat(pace.endsOften()).isTrue();
    assertThat(pace.ended(SHORT)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void shouldForgetEarlierEndsOfAPartThatCameToLife() {
    // Given
    for (int i = 0; i < 7; i++) {
      pace.ended(SHORT);
    }

    // When
    Duration pause = pace.ended(LONG);

    // Then
    assertThat(pause).isEqualTo(Duration.ofSeconds(1));
    assertThat(pace.endsOften()).isFalse();
  }
}
