package org.medicscribe.devstack.broker;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.medicscribe.devstack.ports.Part;
import org.medicscribe.devstack.ports.PortPlan;
import org.medicscribe.events.KafkaAccess;
import org.medicscribe.events.KafkaAccess.Grant;
import org.medicscribe.events.KafkaAccess.Resource;
import org.medicscribe.events.KafkaAccess.Right;
import org.medicscribe.events.Topics;

/** What everybody tries, and who gets away with it: exactly what {@link KafkaAccess} says. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class KafkaAccessIT {

  static final List<String> CLIENTS = KafkaAccess.CLIENTS;

  private static final int QUICKLY_MILLIS = 4_000;
  private static final List<String> TOPICS = Topics.ALL.stream().map(Topics.Topic::name).toList();

  @TempDir private static Path folder;

  private static KafkaKeys keys;
  private static EmbeddedKafka kafka;
  private static int controller;

  @BeforeAll
  static void start() throws Exception {
    PortPlan ports = PortPlan.free(1);
    controller = ports.port(Part.KAFKA_CONTROLLER);
    keys = new KafkaKeys(folder.resolve("keys"));
    kafka = EmbeddedKafka.start(folder.resolve("log"), keys, ports.port(Part.KAFKA), controller);
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @ParameterizedTest
  @FieldSource("CLIENTS")
  void shouldLetAServiceWriteWhatItMayAndNothingElse(String client) throws Exception {
    Set<String> written = new TreeSet<>();
    try (KafkaProducer<byte[], byte[]> producer = producer(signedIn(client))) {
      for (String topic : TOPICS) {
        if (isAllowed(producer.send(new ProducerRecord<>(topic, new byte[1], new byte[1])))) {
          written.add(topic);
        }
      }
    }

    assertThat(written).containsExactlyInAnyOrderElementsOf(granted(client, Right.WRITE));
  }

  @ParameterizedTest
  @FieldSource("CLIENTS")
  void shouldLetAServiceReadWhatItMayAndNothingElse(String client) throws Exception {
    // Given
    Set<String> read = new TreeSet<>();
    try (KafkaProducer<byte[], byte[]> operator = producer(signedIn(KafkaAccess.OPERATOR))) {
      for (String topic : TOPICS) {
        assertThat(
                isAllowed(operator.send(new ProducerRecord<>(topic, 0, new byte[1], new byte[1]))))
            .isTrue();
      }
    }

    // When
    for (String topic : TOPICS) {
      try (KafkaConsumer<byte[], byte[]> consumer = consumer(signedIn(client))) {
        TopicPartition first = new TopicPartition(topic, 0);
        consumer.assign(List.of(first));
        consumer.seekToBeginning(List.of(first));
        while (consumer.poll(Duration.ofMillis(500)).isEmpty()) {
          // Something lies there.
        }
        read.add(topic);
      } catch (AuthorizationException refused) {
        // As it should be, if the table says so.
      }
    }

    // Then
    assertThat(read).containsExactlyInAnyOrderElementsOf(granted(client, Right.READ));
  }

  @ParameterizedTest
  @FieldSource("CLIENTS")
  void shouldLetAServiceJoinItsOwnGroupsOnly(String client) throws Exception {
    Set<String> joined = new TreeSet<>();
    try (Admin admin = Admin.create(signedIn(client))) {
      for (String group : CLIENTS) {
        if (isAllowed(
            admin.listConsumerGroupOffsets(group + "-audio").partitionsToOffsetAndMetadata())) {
          joined.add(group);
        }
      }
    }

    boolean isMember =
        KafkaAccess.ALL.stream()
            .anyMatch(g -> g.client().equals(client) && g.resource() == Resource.GROUP);
    assertThat(joined).isEqualTo(isMember ? Set.of(client) : Set.of());
  }

  @ParameterizedTest
  @FieldSource("CLIENTS")
  void shouldLetNoServiceChangeTheBroker(String client) throws Exception {
    ConfigResource audio = new ConfigResource(ConfigResource.Type.TOPIC, Topics.AUDIO);
    AclBinding everything =
        new AclBinding(
            new ResourcePattern(ResourceType.TOPIC, "*", PatternType.LITERAL),
            new AccessControlEntry(
                "User:" + client, "*", AclOperation.ALL, AclPermissionType.ALLOW));
    try (Admin admin = Admin.create(signedIn(client))) {
      assertThat(isAllowed(admin.createTopics(List.of(new NewTopic("own", 1, (short) 1))).all()))
          .isFalse();
      assertThat(
              isAllowed(
                  admin.createPartitions(Map.of(Topics.AUDIO, NewPartitions.increaseTo(99))).all()))
          .isFalse();
      assertThat(
              isAllowed(
                  admin
                      .incrementalAlterConfigs(
                          Map.of(
                              audio,
                              List.of(
                                  new AlterConfigOp(
                                      new ConfigEntry("retention.ms", "1"),
                                      AlterConfigOp.OpType.SET))))
                      .all()))
          .isFalse();
      assertThat(
              isAllowed(
                  admin
                      .deleteRecords(
                          Map.of(
                              new TopicPartition(Topics.AUDIO, 0), RecordsToDelete.beforeOffset(1)))
                      .all()))
          .isFalse();
      assertThat(isAllowed(admin.deleteTopics(List.of(Topics.AUDIO)).all())).isFalse();
      assertThat(isAllowed(admin.createAcls(List.of(everything)).all())).isFalse();
      assertThat(isAllowed(admin.describeAcls(AclBindingFilter.ANY).values())).isFalse();
      assertThat(isAllowed(admin.deleteConsumerGroups(List.of("storage-service-audio")).all()))
          .isFalse();
    }
  }

  @ParameterizedTest
  @FieldSource("CLIENTS")
  void shouldLetNoServiceSendInATransaction(String client) throws Exception {
    Map<String, Object> settings = signedIn(client);
    settings.put("transactional.id", client);
    settings.put("max.block.ms", QUICKLY_MILLIS);
    try (KafkaProducer<byte[], byte[]> producer = producer(settings)) {
      assertThat(catchThrowable(producer::initTransactions))
          .isInstanceOf(AuthorizationException.class);
    }
  }

  @Test
  void shouldNotAnswerWhoDoesNotSignIn() {
    assertThat(refusalOf(plain())).isInstanceOf(TimeoutException.class);
  }

  @Test
  void shouldNotAnswerWhoHasNoKey() {
    Map<String, Object> settings = plain();
    settings.put("security.protocol", "SSL");
    settings.put("ssl.truststore.type", "PEM");
    settings.put("ssl.truststore.location", keys.authority().toString());

    assertThat(refusalOf(settings)).isInstanceOf(SslAuthenticationException.class);
  }

  /** The same name, signed by somebody else. */
  @Test
  void shouldNotAnswerWhoNamesItselfTheOperator() throws Exception {
    KafkaKeys forged = new KafkaKeys(folder.resolve("forged"));
    forged.prepare();
    Map<String, Object> settings = plain();
    settings.putAll(forged.settings(KafkaAccess.OPERATOR));
    settings.put("ssl.truststore.location", keys.authority().toString());

    assertThat(refusalOf(settings)).isInstanceOf(SslAuthenticationException.class);
  }

  /** A service that is led to another broker gives it nothing. */
  @Test
  void shouldNotSpeakToABrokerOfSomebodyElse() throws Exception {
    KafkaKeys other = new KafkaKeys(folder.resolve("other"));
    other.prepare();
    Map<String, Object> settings = signedIn(KafkaAccess.OPERATOR);
    settings.put("ssl.truststore.location", other.authority().toString());

    assertThat(refusalOf(settings)).isInstanceOf(SslAuthenticationException.class);
  }

  /** Its own port would take every change of topics and rights. */
  @Test
  void shouldCloseTheControllerToo() {
    Map<String, Object> settings = signedIn("gateway");
    settings.remove("bootstrap.servers");
    settings.put("bootstrap.controllers", "127.0.0.1:" + controller);
    try (Admin admin = Admin.create(settings)) {
      assertThat(isAllowed(admin.describeAcls(AclBindingFilter.ANY).values())).isFalse();
      assertThat(
              isAllowed(
                  admin
                      .describeConfigs(List.of(new ConfigResource(ConfigResource.Type.BROKER, "1")))
                      .all()))
          .isFalse();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    Map<String, Object> unsigned = plain();
    unsigned.remove("bootstrap.servers");
    unsigned.put("bootstrap.controllers", "127.0.0.1:" + controller);
    try (Admin admin = Admin.create(unsigned)) {
      assertThat(catchThrowable(() -> admin.describeAcls(AclBindingFilter.ANY).values().get()))
          .hasCauseInstanceOf(TimeoutException.class);
    }
  }

  @Test
  void shouldTakeBackWhatIsNotInTheTable() throws Exception {
    AclBinding forgotten =
        new AclBinding(
            new ResourcePattern(ResourceType.TOPIC, Topics.AUDIO, PatternType.LITERAL),
            new AccessControlEntry(
                "User:somebody", "*", AclOperation.READ, AclPermissionType.ALLOW));
    try (Admin admin = Admin.create(signedIn(KafkaAccess.OPERATOR))) {
      admin.createAcls(List.of(forgotten)).all().get();

      // When
      AccessRules.enforce(admin);

      // Then
      assertThat(admin.describeAcls(AclBindingFilter.ANY).values().get())
          .hasSameSizeAs(KafkaAccess.ALL)
          .doesNotContain(forgotten);
    }
  }

  @Test
  void shouldKeepEveryKeyToItsOwner() throws Exception {
    try (var files = Files.list(keys.folder())) {
      assertThat(files.toList())
          .hasSize(KafkaAccess.CLIENTS.size() + 3)
          .allSatisfy(file ->
              assertThat(Files.getPosixFilePermissions(file))
                  .containsOnly(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    }
  }

  private static Throwable refusalOf(Map<String, Object> settings) {
    try (Admin admin = Admin.create(settings)) {
      return requireNonNull(catchThrowable(() -> admin.listTopics().names().get()).getCause());
    }
  }

  private static boolean isAllowed(KafkaFuture<?> answer) throws InterruptedException {
    return isAllowed(answer.toCompletionStage().toCompletableFuture());
  }

  private static boolean isAllowed(Future<?> answer) throws InterruptedException {
    try {
      var _ = answer.get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuthorizationException) {
        return false;
      }
      throw new AssertionError("neither allowed nor refused", e);
    }
  }

  private static Set<String> granted(String client, Right right) {
    Set<String> topics = new TreeSet<>();
    for (Grant grant : KafkaAccess.ALL) {
      if (grant.client().equals(client)
          && grant.right() == right
          && grant.resource() == Resource.TOPIC) {
        topics.add(grant.name());
      }
    }
    return topics;
  }

  private static Map<String, Object> plain() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", kafka.bootstrapServers());
    settings.put("request.timeout.ms", QUICKLY_MILLIS / 4);
    settings.put("default.api.timeout.ms", QUICKLY_MILLIS / 4);
    return settings;
  }

  private static Map<String, Object> signedIn(String client) {
    Map<String, Object> settings = new HashMap<>(keys.settings(client));
    settings.put("bootstrap.servers", kafka.bootstrapServers());
    return settings;
  }

  private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> settings) {
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> settings) {
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
