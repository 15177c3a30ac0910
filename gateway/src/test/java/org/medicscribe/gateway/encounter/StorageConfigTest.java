package org.medicscribe.gateway.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.gateway.surroundings.Configs;

class StorageConfigTest {

  private static final Map<String, String> URL =
      Map.of("gateway.storage.url", "https://storage:8003");

  @Test
  void shouldNeedNoMoreThanAnAddress() {
    // When
    StorageConfig config = Configs.read(StorageConfig.class, URL);

    // Then
    assertThat(config.url()).isEqualTo(URI.create("https://storage:8003"));
    assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(config.answerTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.idleTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.connections()).isEqualTo(64);
    assertThat(config.maxBody().asLongValue()).isEqualTo(1024 * 1024);
  }

  @Test
  void shouldReadEverySetting() {
    // Given
    Map<String, String> settings = new HashMap<>(URL);
    settings.put("gateway.storage.connect-timeout", "1s");
    settings.put("gateway.storage.answer-timeout", "2s");
    settings.put("gateway.storage.idle-timeout", "3s");
    settings.put("gateway.storage.connections", "4");
    settings.put("gateway.storage.max-body", "5K");

    // When
    StorageConfig config = Configs.read(StorageConfig.class, settings);

    // Then
    assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.answerTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(config.idleTimeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(config.connections()).isEqualTo(4);
    assertThat(config.maxBody().asLongValue()).isEqualTo(5 * 1024);
  }
}
