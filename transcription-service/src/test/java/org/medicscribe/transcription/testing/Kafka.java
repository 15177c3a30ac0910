package org.medicscribe.transcription.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.medicscribe.events.Topics;

/** A real broker with the suite's topics, in the test's process. */
public final class Kafka implements AutoCloseable {

  /** Held, because the log manager forgets the levels of loggers that nobody holds. */
  private static final List<Logger> QUIET =
      Stream.of("kafka", "org.apache.kafka", "state").map(Logger::getLogger).toList();

  private final KafkaClusterTestKit cluster;
  private final KafkaProducer<byte[], byte[]> producer;

  private Kafka(KafkaClusterTestKit cluster) {
    this.cluster = cluster;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", cluster.bootstrapServers(), "linger.ms", 0),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  public static Kafka start() throws Exception {
    QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    TestKitNodes nodes =
        new TestKitNodes.Builder()
            .setCombined(true)
            .setNumBrokerNodes(1)
            .setNumControllerNodes(1)
            .build();
    KafkaClusterTestKit cluster =
        new KafkaClusterTestKit.Builder(nodes)
            .setConfigProp("auto.create.topics.enable", "false")
            .setConfigProp("offsets.topic.num.partitions", "1")
            .setConfigProp("offsets.topic.replication.factor", "1")
            .setConfigProp("group.initial.rebalance.delay.ms", "0")
            .setConfigProp("group.min.session.timeout.ms", "1000")
            .build();
    cluster.format();
    cluster.startup();
    cluster.waitForReadyBrokers();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
      List<NewTopic> topics =
          Topics.ALL.stream()
              .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1))
              .toList();
      admin.createTopics(topics).all().get();
    }
    return new Kafka(cluster);
  }

  public String bootstrapServers() {
    return cluster.bootstrapServers();
  }

  public void send(ProducerRecord<byte[], byte[]> record) {
    var _ = producer.send(record);
  }

  /** Reads a topic from its beginning on a thread of its own until it is closed. */
  public Reader read(String topic) {
    return new Reader(bootstrapServers(), topic);
  }

  @Override
  public void close() throws Exception {
    producer.close();
    cluster.close();
  }

  /** Everything in a topic, by key, as it comes. */
  public static final class Reader implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, List<ConsumerRecord<byte[], byte[]>>> records =
        new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean running = true;

    private Reader(String bootstrapServers, String topic) {
      Map<String, Object> settings = new HashMap<>();
      settings.put("bootstrap.servers", bootstrapServers);
      settings.put("auto.offset.reset", "earliest");
      consumer =
          new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
      List<TopicPartition> partitions = new ArrayList<>();
      consumer
          .partitionsFor(topic)
          .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      thread = Thread.ofPlatform().name("reads " + topic).start(this::run);
    }

    private void run() {
      while (running) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          records
              .computeIfAbsent(
                  new String(record.key(), StandardCharsets.UTF_8),
                  key -> new CopyOnWriteArrayList<>())
              .add(record);
        }
      }
      consumer.close();
    }

    public List<ConsumerRecord<byte[], byte[]>> of(String key) {
      return records.getOrDefault(key, List.of());
    }

    @Override
    public void close() throws InterruptedException {
      running = false;
      thread.join();
    }
  }
}
