package org.medicscribe.transcription.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class VertxSessionLoopTest {

  @Test
  void shouldSpreadWhatBrokeTogetherByAFifth() {
    Duration minute = Duration.ofMinutes(1);
    assertThat(VertxSessionLoop.spread(minute, 0)).isEqualTo(Duration.ofSeconds(48));
    assertThat(VertxSessionLoop.spread(minute, 0.5)).isEqualTo(minute);
    assertThat(VertxSessionLoop.spread(minute, 1)).isEqualTo(Duration.ofSeconds(72));
  }
}
