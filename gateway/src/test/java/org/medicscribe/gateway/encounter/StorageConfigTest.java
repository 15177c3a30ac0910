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
    assertThat(config.waiting()).isEqualTo(1_000);
    assertThat(config.bodyTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.downloads().inAll()).isEqualTo(32);
    assertThat(config.downloads().perUser()).isEqualTo(4);
    assertThat(config.downloads().memory().asLongValue()).isEqualTo(256 * 1024);
    assertThat(config.downloads().stall()).isEqualTo(Duration.ofSeconds(30));
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
    settings.put("gateway.storage.waiting", "6");
    settings.put("gateway.storage.body-timeout", "7s");
    settings.put("gateway.storage.downloads.in-all", "8");
    settings.put("gateway.storage.downloads.per-user", "9");
    settings.put("gateway.storage.downloads.memory", "10K");
    settings.put("gateway.storage.downloads.stall", "11s");

    // When
    StorageConfig config = Configs.read(StorageConfig.class, settings);

    // Then
    assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.answerTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(config.idleTimeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(config.connections()).isEqualTo(4);
    assertThat(config.maxBody().asLongValue()).isEqualTo(5 * 1024);
    assertThat(config.waiting()).isEqualTo(6);
    assertThat(config.bodyTimeout()).isEqualTo(Duration.ofSeconds(7));
    assertThat(config.downloads().inAll()).isEqualTo(8);
    assertThat(config.downloads().perUser()).isEqualTo(9);
    assertThat(config.downloads().memory().asLongValue()).isEqualTo(10 * 1024);
    assertThat(config.downloads().stall()).isEqualTo(Duration.ofSeconds(11));
  }
}
