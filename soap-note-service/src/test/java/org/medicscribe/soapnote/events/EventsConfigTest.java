package org.medicscribe.soapnote.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.soapnote.testing.Mapping;

class EventsConfigTest {

  @Test
  void shouldHaveDefaults() {
    assertThat(Mapping.of(EventsConfig.class, Map.of()).concurrency()).isEqualTo(8);
  }

  @Test
  void shouldReadEverySetting() {
    // When
    EventsConfig config = Mapping.of(EventsConfig.class, Map.of("note.events.concurrency", "3"));

    // Then
    assertThat(config.concurrency()).isEqualTo(3);
  }
}
