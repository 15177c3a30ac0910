package org.medicscribe.gateway.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.gateway.surroundings.Configs;

class AudioPublisherConfigTest {

  private static Map<String, Object> producer(Map<String, String> settings) {
    return KafkaAudioPublisher.settings(
        Map.of("bootstrap.servers", "kafka:9092", "acks", "0"),
        Configs.read(AudioPublisherConfig.class, settings));
  }

  @Test
  void shouldTrustOnlyAllReplicasAndNeverBlock() {
    assertThat(producer(Map.of()))
        .containsEntry("bootstrap.servers", "kafka:9092")
        .containsEntry("acks", "all")
        .containsEntry("enable.idempotence", true)
        .containsEntry("max.block.ms", 0L)
        .containsEntry("linger.ms", 0)
        .containsEntry("buffer.memory", 64L * 1024 * 1024)
        .containsEntry("request.timeout.ms", 5_000)
        .containsEntry("delivery.timeout.ms", Integer.MAX_VALUE);
  }

  @Test
  void shouldReadEverySetting() {
    assertThat(
            producer(
                Map.of(
                    "gateway.audio.buffer-bytes", "8M",
                    "gateway.audio.request-timeout", "1s")))
        .containsEntry("buffer.memory", 8L * 1024 * 1024)
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
