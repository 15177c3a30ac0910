package org.medicscribe.transcription.events;

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

/** Makes the consumers of the audio topic. */
@ApplicationScoped
class AudioKafka {

  /** One fetch of all partitions together; the rest of a backlog waits in the broker. */
  private static final int FETCH_BYTES = 4 * 1024 * 1024;

  /** What one consumer may hold: a fetch that is handed out, and the next. */
  static final long BUFFERED_BYTES = 2L * FETCH_BYTES;

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

  /** A member of the group that shares the partitions. */
  KafkaConsumer<byte[], byte[]> member() {
    Map<String, Object> settings = settings("transcription-audio");
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.group());
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    // A rebalance leaves the recordings alone that stay where they are.
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        List.of(CooperativeStickyAssignor.class.getName()));
    int timeout = Math.toIntExact(config.sessionTimeout().toMillis());
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, timeout);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, timeout / 4);
    return consumer(settings);
  }

  /** A reader that belongs to no group and is told where to read. */
  KafkaConsumer<byte[], byte[]> reader() {
    Map<String, Object> settings = settings("transcription-backlog");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return consumer(settings);
  }

  private Map<String, Object> settings(String client) {
    Map<String, Object> settings = new HashMap<>(broker);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, client);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
    return settings;
  }

  private KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> settings) {
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    new KafkaClientMetrics(consumer).bindTo(registry);
    return consumer;
  }
}
