package org.medicscribe.gateway.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.gateway.surroundings.Configs;

class AudioPublisherConfigTest {

  private static final long IN_FLIGHT = 20L * 1024 * 1024;

  private static Map<String, Object> producer(Map<String, String> settings) {
    return KafkaAudioPublisher.settings(
        Map.of("bootstrap.servers", "kafka:9092", "acks", "0"),
        Configs.read(AudioPublisherConfig.class, settings),
        IN_FLIGHT);
  }

  @Test
  void shouldTrustOnlyAllReplicasAndNeverBlock() {
    assertThat(producer(Map.of()))
        .containsEntry("bootstrap.servers", "kafka:9092")
        .containsEntry("acks", "all")
        .containsEntry("enable.idempotence", true)
        .containsEntry("max.block.ms", 0L)
        .containsEntry("linger.ms", 0)
        .containsEntry("buffer.memory", IN_FLIGHT + IN_FLIGHT / 2)
        .containsEntry("request.timeout.ms", 5_000)
        .containsEntry("delivery.timeout.ms", Integer.MAX_VALUE);
  }

  @Test
  void shouldReadEverySetting() {
    assertThat(producer(Map.of("gateway.audio.request-timeout", "1s")))
        .containsEntry("request.timeout.ms", 1_000);
    assertThat(
            Configs.read(
                AudioPublisherConfig.class,
                Map.of(
                    "gateway.audio.delivery-timeout", "2s",
                    "gateway.audio.gather", "3ms")))
        .returns(Duration.ofSeconds(2), AudioPublisherConfig::deliveryTimeout)
        .returns(Duration.ofMillis(3), AudioPublisherConfig::gather);
  }
}
