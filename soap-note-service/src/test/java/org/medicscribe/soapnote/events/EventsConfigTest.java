package org.medicscribe.soapnote.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.soapnote.testing.Mapping;

class EventsConfigTest {

  @Test
  void shouldHaveDefaults() {
    EventsConfig config = Mapping.of(EventsConfig.class, Map.of());

    assertThat(config.concurrency()).isEqualTo(8);
    assertThat(config.heapPart()).isEqualTo(0.5);
  }

  @Test
  void shouldReadEverySetting() {
    // When
    EventsConfig config =
        Mapping.of(
            EventsConfig.class,
            Map.of("note.events.concurrency", "3", "note.events.heap-part", "0.2"));

    // Then
    assertThat(config.concurrency()).isEqualTo(3);
    assertThat(config.heapPart()).isEqualTo(0.2);
  }
}
