package org.medicscribe.storage.audio;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes the consumer of the audio topic. */
@ApplicationScoped
class AudioKafka {

  /** Of one answer of a broker, all partitions together. */
  static final int FETCH_BYTES = 4 << 20;

  /** Of one poll. */
  static final int FETCH_RECORDS = 2_000;

  private final Map<String, Object> broker;
  private final AudioConfig config;
  private final MeterRegistry registry;

  AudioKafka(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      AudioConfig config,
      MeterRegistry registry) {
    this.broker = broker;
    this.config = config;
    this.registry = registry;
  }

  KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> settings = new HashMap<>(broker);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "storage-audio");
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.group());
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        List.of(CooperativeStickyAssignor.class.getName()));
    int timeout = Math.toIntExact(config.sessionTimeout().toMillis());
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, timeout);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, timeout / 4);
    // Few, large answers: a wake-up costs the broker and this service more than its bytes.
    settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FETCH_BYTES / 4);
    settings.put(
        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Math.toIntExact(config.fetchWait().toMillis()));
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, FETCH_RECORDS);
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    new KafkaClientMetrics(consumer).bindTo(registry);
    return consumer;
  }
}
