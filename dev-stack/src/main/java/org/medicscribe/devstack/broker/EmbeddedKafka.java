package org.medicscribe.devstack.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.medicscribe.events.KafkaAccess;
import org.medicscribe.events.Topics;

/**
 * One Kafka node, broker and controller, in this process, or as a program of its own. Its folder
 * outlives it: a later start with the same folder finds topics, records and committed positions as
 * they were.
 */
public final class EmbeddedKafka implements AutoCloseable {

  /** One machine runs few readers to share the work, and every partition costs the broker. */
  public static final int MOST_PARTITIONS = 4;

  private static final int NODE = 1;
  private static final int ONE_ANSWER_MILLIS = 2_000;

  /** The same in every start, since a formatted folder belongs to one cluster. */
  private static final String CLUSTER = "medicScribeDevStack000";

  private final KafkaRaftServer server;
  private final String bootstrapServers;

  private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Returns once the node answers, every topic of the suite exists, and each service may do what
   * {@link org.medicscribe.events.KafkaAccess} grants it.
   */
  public static EmbeddedKafka start(Path folder, KafkaKeys keys, int port, int controllerPort)
      throws Exception {
    Files.createDirectories(folder);
    keys.prepare();
    format(folder);
    KafkaRaftServer server =
        new KafkaRaftServer(
            KafkaConfig.fromProps(properties(folder, keys, port, controllerPort)), Time.SYSTEM);
    server.startup();
    EmbeddedKafka kafka = new EmbeddedKafka(server, "127.0.0.1:" + port);
    try (Admin admin = Admin.create(operator(kafka.bootstrapServers, keys))) {
      createMissingTopics(admin);
      AccessRules.enforce(admin);
    }
    return kafka;
  }

  /** A node in a process of its own: its folder, that of the keys, its port, the controller's. */
  public static void main(String[] arguments) throws Exception {
    EmbeddedKafka kafka =
        start(
            Path.of(arguments[0]),
            new KafkaKeys(Path.of(arguments[1])),
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]));
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(kafka::close));
    kafka.server.awaitShutdown();
  }

  /** Whether a node answers there and holds every topic of the suite. */
  public static boolean isReady(String bootstrapServers, KafkaKeys keys)
      throws InterruptedException {
    if (!Files.exists(keys.authority())) {
      return false;
    }
    Map<String, Object> settings = operator(bootstrapServers, keys);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ONE_ANSWER_MILLIS);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ONE_ANSWER_MILLIS);
    try (Admin admin = Admin.create(settings)) {
      Set<String> existing = admin.listTopics().names().get();
      return Topics.ALL.stream().map(Topics.Topic::name).allMatch(existing::contains);
    } catch (ExecutionException | KafkaException notListening) {
      return false;
    }
  }

  public String bootstrapServers() {
    return bootstrapServers;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path folder) throws Exception {
    new Formatter()
        .setNodeId(NODE)
        .setClusterId(CLUSTER)
        .setDirectories(List.of(folder.toString()))
        .setMetadataLogDirectory(Optional.empty())
        .setControllerListenerName("CONTROLLER")
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setIgnoreFormatted(true)
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .run();
  }

  private static Map<String, Object> operator(String bootstrapServers, KafkaKeys keys) {
    Map<String, Object> settings = new HashMap<>(keys.settings(KafkaAccess.OPERATOR));
    settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return settings;
  }

  private static Properties properties(Path folder, KafkaKeys keys, int port, int controllerPort) {
    Properties settings = new Properties();
    settings.putAll(keys.settings(KafkaAccess.BROKER));
    settings.putAll(
        Map.of(
            "listener.security.protocol.map",
            "SSL:SSL,CONTROLLER:SSL",
            "security.inter.broker.protocol",
            "SSL",
            // Who has no key of ours is not spoken to; a name is what the certificate says.
            "ssl.client.auth",
            "required",
            "ssl.principal.mapping.rules",
            "RULE:^CN=([a-z-]+)$/$1/",
            // Who is not granted something is refused.
            "authorizer.class.name",
            StandardAuthorizer.class.getName(),
            "super.users",
            "User:%s;User:%s".formatted(KafkaAccess.BROKER, KafkaAccess.OPERATOR)));
    settings.putAll(
        Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", Integer.toString(NODE)),
            Map.entry("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry(
                "listeners",
                "SSL://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort)),
            Map.entry("advertised.listeners", "SSL://127.0.0.1:" + port),
            Map.entry("log.dirs", folder.toString()),
            // Topics are made from the contract below; a misspelt name is an error, not a topic.
            Map.entry("auto.create.topics.enable", "false"),
            // One node: nothing to replicate, and no need for fifty partitions of bookkeeping.
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            // For the few processors of one machine; more threads would only take turns.
            Map.entry("num.network.threads", "1"),
            Map.entry("num.io.threads", "2"),
            // Consumers that start together need no wait for each other.
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // A killed service is noticed soon, so that its replacement takes over within seconds.
            Map.entry("group.min.session.timeout.ms", "1000"),
            Map.entry("log.segment.bytes", Integer.toString(64 * 1024 * 1024)),
            // Index files are mapped at full size per partition; these are ample for a laptop.
            Map.entry("log.index.size.max.bytes", Integer.toString(256 * 1024)),
            Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024))));
    return settings;
  }

  private static void createMissingTopics(Admin admin)
      throws InterruptedException, ExecutionException {
    Set<String> existing = admin.listTopics().names().get();
    List<NewTopic> missing = new ArrayList<>();
    for (Topics.Topic topic : Topics.ALL) {
      if (!existing.contains(topic.name())) {
        missing.add(asNewTopic(topic));
      }
    }
    admin.createTopics(missing).all().get();
  }

  private static NewTopic asNewTopic(Topics.Topic topic) {
    return new NewTopic(topic.name(), Math.min(topic.partitions(), MOST_PARTITIONS), (short) 1)
        .configs(
            Map.of(
                TopicConfig.RETENTION_MS_CONFIG, Long.toString(topic.retention().toMillis()),
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(topic.maxMessageBytes())));
  }
}
