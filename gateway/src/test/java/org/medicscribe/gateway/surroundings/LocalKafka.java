package org.medicscribe.gateway.surroundings;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.medicscribe.events.Topics;

/** A real broker in this process, reached over a wire that can be frozen. */
public final class LocalKafka implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final KafkaRaftServer server;
  private final FreezableWire wire;
  private final KafkaProducer<String, byte[]> producer;

  private LocalKafka(KafkaRaftServer server, FreezableWire wire) {
    this.server = server;
    this.wire = wire;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap(), "linger.ms", 0),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  public static LocalKafka start() throws Exception {
    int port = freePort();
    int controllerPort = freePort();
    FreezableWire wire = FreezableWire.to(port);
    Path folder = Files.createTempDirectory("gateway-kafka");
    new Formatter()
        .setNodeId(1)
        .setClusterId("gatewayTests0000000000")
        .setDirectories(List.of(folder.toString()))
        .setMetadataLogDirectory(Optional.empty())
        .setControllerListenerName("CONTROLLER")
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .run();
    Properties settings = new Properties();
    settings.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
            "controller.listener.names", "CONTROLLER",
            "listeners",
                "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                    .formatted(port, controllerPort),
            "advertised.listeners", "PLAINTEXT://127.0.0.1:" + wire.port(),
            "log.dirs", folder.toString(),
            "auto.create.topics.enable", "false",
            "log.index.size.max.bytes", "262144",
            "log.cleaner.dedupe.buffer.size", "4194304"));
    KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
    server.startup();
    LocalKafka kafka = new LocalKafka(server, wire);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
      admin
          .createTopics(
              Topics.ALL.stream()
                  .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1))
                  .toList())
          .all()
          .get();
    }
    return kafka;
  }

  public String bootstrap() {
    return "127.0.0.1:" + wire.port();
  }

  public FreezableWire wire() {
    return wire;
  }

  public void publish(String topic, String key, byte[] value) throws Exception {
    var _ = producer.send(new ProducerRecord<>(topic, key, value)).get();
  }

  /** The records of one key in order, from the first to the one that is the last. */
  public List<ConsumerRecord<String, byte[]>> recordsOf(
      String topic, String key, Predicate<ConsumerRecord<String, byte[]>> isLast) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (System.nanoTime() < deadline) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          if (key.equals(record.key())) {
            records.add(record);
            if (isLast.test(record)) {
              return records;
            }
          }
        }
      }
    }
    throw new AssertionError("the last record did not come; records so far: " + records.size());
  }

  @Override
  public void close() {
    wire.thaw();
    producer.close(Duration.ZERO);
    server.shutdown();
    server.awaitShutdown();
    wire.close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
