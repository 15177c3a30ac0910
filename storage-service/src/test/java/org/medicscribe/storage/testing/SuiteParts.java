package org.medicscribe.storage.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.medicscribe.events.Topics;

/** A real PostgreSQL and a real Kafka, started once for all tests of this service. */
public final class SuiteParts implements QuarkusTestResourceLifecycleManager {

  private static final List<Logger> QUIET =
      Stream.of("org.apache.kafka", "kafka", "state.change.logger", "io.zonky.test")
          .map(Logger::getLogger)
          .toList();

  private static KafkaClusterTestKit kafka;
  private static EmbeddedPostgres postgres;
  private static Path folder;
  private static int postgresPort;

  public static String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  public static Path uploads() {
    return folder.resolve("uploads");
  }

  public static Path notes() {
    return folder.resolve("notes");
  }

  public static String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + postgresPort + "/postgres?user=postgres";
  }

  public static void stopPostgres() throws IOException {
    postgres.close();
  }

  public static void startPostgres() throws IOException {
    postgres =
        EmbeddedPostgres.builder()
            .setPort(postgresPort)
            .setDataDirectory(folder.resolve("postgres"))
            .setCleanDataDirectory(false)
            .start();
  }

  @Override
  public Map<String, String> start() {
    try {
      // They speak before the service has told the logging what to show.
      QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
      folder = Files.createTempDirectory("storage-service-test");
      postgresPort = freePort();
      CompletableFuture<Void> starting = CompletableFuture.runAsync(SuiteParts::startPostgresOnce);
      startKafka();
      starting.join();
    } catch (Exception e) {
      throw new IllegalStateException("the parts of the test do not start", e);
    }
    return Map.ofEntries(
        Map.entry("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers()),
        Map.entry(
            "quarkus.datasource.reactive.url",
            "postgresql://127.0.0.1:" + postgresPort + "/postgres"),
        Map.entry("quarkus.datasource.password", "service"),
        Map.entry("DATABASE_OWNER_USERNAME", "postgres"),
        Map.entry("DATABASE_OWNER_PASSWORD", "postgres"),
        Map.entry("quarkus.log.category.\"org.apache.kafka\".level", "ERROR"),
        Map.entry("quarkus.log.category.\"kafka\".level", "ERROR"),
        Map.entry("UPLOAD_FOLDER", uploads().toString()),
        Map.entry("NOTES_FOLDER", notes().toString()),
        Map.entry("MASTER_KEY_FILE", folder.resolve("master.key").toString()),
        Map.entry("MASTER_KEY_CREATE", "true"),
        Map.entry("SIGNING_KEY_FILE", folder.resolve("signing.key").toString()),
        Map.entry("SIGNING_KEY_CREATE", "true"),
        Map.entry("AUDIT_HEADS_FILE", folder.resolve("heads.jsonl").toString()),
        Map.entry("JWT_SECRET", Tokens.SECRET),
        Map.entry("OIDC_ISSUER", Tokens.ISSUER),
        // Small windows and little patience, so that a test sees what an hour would show.
        Map.entry("medic-scribe.audio.window", "1s"),
        Map.entry("medic-scribe.audio.patience", "500ms"),
        Map.entry("medic-scribe.audio.fetch-wait", "50ms"),
        Map.entry("medic-scribe.listening.patience", "2s"),
        Map.entry("medic-scribe.drafting.per-visit", "3"),
        Map.entry("medic-scribe.sweep.abandoned-after", "8s"),
        Map.entry("medic-scribe.sweep.every", "1s"),
        Map.entry("medic-scribe.recorder.silence", "4s"));
  }

  @Override
  public void stop() {
    try {
      postgres.close();
      kafka.close();
    } catch (Exception e) {
      throw new IllegalStateException("the parts of the test do not stop", e);
    }
  }

  private static void startPostgresOnce() {
    try {
      startPostgres();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void startKafka() throws Exception {
    TestKitNodes nodes =
        new TestKitNodes.Builder()
            .setCombined(true)
            .setNumBrokerNodes(1)
            .setNumControllerNodes(1)
            .build();
    kafka =
        new KafkaClusterTestKit.Builder(nodes)
            .setConfigProp("auto.create.topics.enable", "false")
            .setConfigProp("offsets.topic.num.partitions", "1")
            .setConfigProp("offsets.topic.replication.factor", "1")
            .setConfigProp("group.initial.rebalance.delay.ms", "0")
            .build();
    kafka.format();
    kafka.startup();
    kafka.waitForReadyBrokers();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      List<NewTopic> topics =
          Topics.ALL.stream()
              .map(topic ->
                  new NewTopic(topic.name(), topic.partitions(), (short) 1)
                      .configs(
                          Map.of("max.message.bytes", Integer.toString(topic.maxMessageBytes()))))
              .toList();
      admin.createTopics(topics).all().get();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
