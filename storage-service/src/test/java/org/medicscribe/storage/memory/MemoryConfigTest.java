package org.medicscribe.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.storage.testing.Mapping;

class MemoryConfigTest {

  @Test
  void shouldHaveDefaults() {
    assertThat(Mapping.of(MemoryConfig.class, Map.of()).heapPart()).isEqualTo(0.6);
  }

  @Test
  void shouldReadEverySetting() {
    assertThat(
            Mapping.of(MemoryConfig.class, Map.of("medic-scribe.memory.heap-part", "0.3"))
                .heapPart())
        .isEqualTo(0.3);
  }
}
