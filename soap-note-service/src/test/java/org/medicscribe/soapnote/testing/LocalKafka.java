package org.medicscribe.soapnote.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.Topics;

/** A real Kafka in this process, with the topics of the suite. */
public final class LocalKafka implements QuarkusTestResourceLifecycleManager {

  private @Nullable KafkaClusterTestKit kafka;

  @Override
  public Map<String, String> start() {
    try {
      KafkaClusterTestKit cluster = cluster();
      kafka = cluster;
      cluster.format();
      cluster.startup();
      cluster.waitForReadyBrokers();
      createTopics(cluster.bootstrapServers());
      return Map.of("KAFKA_BOOTSTRAP_SERVERS", cluster.bootstrapServers());
    } catch (Exception e) {
      throw new IllegalStateException("Kafka does not start", e);
    }
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(LocalKafka.class));
  }

  public String bootstrapServers() {
    if (kafka == null) {
      throw new IllegalStateException("not started");
    }
    return kafka.bootstrapServers();
  }

  @Override
  public void stop() {
    try {
      if (kafka != null) {
        kafka.close();
      }
    } catch (Exception e) {
      throw new IllegalStateException("Kafka does not stop", e);
    }
  }

  private static KafkaClusterTestKit cluster() throws Exception {
    TestKitNodes nodes =
        new TestKitNodes.Builder()
            .setCombined(true)
            .setNumBrokerNodes(1)
            .setNumControllerNodes(1)
            .build();
    return new KafkaClusterTestKit.Builder(nodes)
        .setConfigProp("auto.create.topics.enable", "false")
        .setConfigProp("offsets.topic.num.partitions", "1")
        .setConfigProp("offsets.topic.replication.factor", "1")
        .setConfigProp("group.initial.rebalance.delay.ms", "0")
        .build();
  }

  private static void createTopics(String bootstrapServers) throws Exception {
    List<NewTopic> topics =
        Topics.ALL.stream()
            .map(topic ->
                new NewTopic(topic.name(), topic.partitions(), (short) 1)
                    .configs(
                        Map.of("max.message.bytes", Integer.toString(topic.maxMessageBytes()))))
            .toList();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin.createTopics(topics).all().get();
    }
  }
}
