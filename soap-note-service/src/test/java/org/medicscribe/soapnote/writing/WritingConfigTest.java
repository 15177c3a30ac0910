package org.medicscribe.soapnote.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.soapnote.testing.Mapping;

class WritingConfigTest {

  @Test
  void shouldHaveDefaults() {
    WritingConfig config = Mapping.of(WritingConfig.class, Map.of());
    assertThat(config.minimumWords()).isEqualTo(20);
    assertThat(config.retryFor()).isEqualTo(Duration.ofMinutes(5));
    assertThat(config.firstPause()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void shouldTakeEveryKey() {
    WritingConfig config =
        Mapping.of(
            WritingConfig.class,
            Map.of(
                "note.writing.minimum-words", "3",
                "note.writing.retry-for", "1m",
                "note.writing.first-pause", "2s"));
    assertThat(config.minimumWords()).isEqualTo(3);
    assertThat(config.retryFor()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.firstPause()).isEqualTo(Duration.ofSeconds(2));
  }
}
