package org.medicscribe.storage.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Kafka from the outside. */
public final class Broker {

  private static final class Holder {
    static final KafkaProducer<String, byte[]> PRODUCER =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", SuiteParts.bootstrapServers(), "linger.ms", "0"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  private Broker() {}

  public static void send(String topic, String key, byte[] value, List<Header> headers) {
    try {
      Holder.PRODUCER.send(new ProducerRecord<>(topic, null, key, value, headers)).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("not sent", e);
    }
  }

  /** All records of a key so far, once there are as many as wanted. */
  public static List<ConsumerRecord<String, byte[]>> awaitRecords(
      String topic, Predicate<ConsumerRecord<String, byte[]>> wanted, int count) {
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                SuiteParts.bootstrapServers(),
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic));
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> {
            consumer
                .poll(Duration.ofMillis(200))
                .forEach(record -> {
                  if (wanted.test(record)) {
                    found.add(record);
                  }
                });
            return found.size() >= count;
          });
    }
    return found;
  }
}
