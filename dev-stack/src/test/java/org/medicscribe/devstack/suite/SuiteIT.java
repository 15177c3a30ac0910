package org.medicscribe.devstack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.medicscribe.devstack.ports.Part;
import org.medicscribe.devstack.ports.PortPlan;
import org.medicscribe.devstack.service.ServiceKind;
import org.medicscribe.events.KafkaAccess;
import org.medicscribe.events.Topics;

/** The parts that the services stand on, for real. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class SuiteIT {

  @TempDir private Path folder;

  private SuiteOptions foundationOnly() {
    Map<ServiceKind, Integer> none =
        Stream.of(ServiceKind.values()).collect(Collectors.toMap(kind -> kind, _ -> 0));
    return SuiteOptions.of(Path.of("..").toAbsolutePath().normalize(), folder.resolve("data"))
        .withPorts(PortPlan.free(1))
        .withReplicas(none);
  }

  @Test
  void shouldKeepTopicsRecordsAndRowsFromOneRunToTheNext() throws Exception {
    SuiteOptions options = foundationOnly();

    // Given
    try (Suite suite = Suite.start(options, Progress.SILENT)) {
      assertThat(topics(suite)).containsAll(contract());
      send(suite, Topics.AUDIO);
      Sql.execute(suite, "create table kept (word text)");
      Sql.execute(suite, "insert into kept values ('still here')");
    }

    // When
    try (Suite suite = Suite.start(options, Progress.SILENT)) {

      // Then
      assertThat(recordsIn(suite, Topics.AUDIO)).isEqualTo(1);
      assertThat(Sql.text(suite, "select word from kept")).isEqualTo("still here");
      assertThat(suite.footprints())
          .containsOnlyKeys("dev-stack and kafka", "postgresql", "issuer")
          .allSatisfy((_, footprint) -> assertThat(footprint.residentBytes()).isPositive());
    }
  }

  @Test
  void shouldStartAgainWhatEndsByItselfAndSaySo() throws Exception {
    // Given
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    try (Suite suite = Suite.start(foundationOnly(), telling(told))) {
      Sql.execute(suite, "create table kept (word text)");

      // When: the issuer is the only Java among the children
      ProcessHandle.current()
          .children()
          .filter(child -> child.info().command().orElse("").endsWith("/java"))
          .forEach(ProcessHandle::destroyForcibly);

      // Then
      assertThat(told.poll(40, TimeUnit.SECONDS))
          .startsWith("issuer ended unexpectedly and is started again in 1 s. Its log: ");
      assertThat(told.poll(40, TimeUnit.SECONDS)).isEqualTo("issuer is ready again.");
      assertThat(suite.token("dr.rivera")).isNotBlank();

      // When
      killDatabase();

      // Then
      assertThat(told.poll(40, TimeUnit.SECONDS))
          .startsWith("postgresql ended unexpectedly and is started again");
      assertThat(told.poll(40, TimeUnit.SECONDS)).isEqualTo("postgresql is ready again.");
      assertThat(Sql.text(suite, "select count(*) from kept")).isEqualTo("0");
      assertThat(suite.unexpectedEnds()).containsExactly("issuer", "postgresql");
    }
  }

  private static Progress telling(BlockingQueue<String> told) {
    return new Progress() {
      @Override
      public void told(String line) {
        told.add(line);
      }

      @Override
      public void ready(String part, String address, Duration took) {}
    };
  }

  private void killDatabase() throws Exception {
    String pid =
        Files.readAllLines(folder.resolve("data/postgresql/postmaster.pid")).getFirst().strip();
    ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
  }

  @Test
  void shouldStartNothingWhenAPortIsBusy() throws Exception {
    SuiteOptions options = foundationOnly();
    int port = options.ports().port(Part.POSTGRESQL);
    try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {

      assertThatThrownBy(() -> Suite.start(options, Progress.SILENT))
          .isInstanceOf(SuiteFailure.class)
          .hasMessageStartingWith("Port %d is in use, and postgresql wants it.".formatted(port));
    }
    assertThat(options.data().resolve("kafka")).doesNotExist();
  }

  private static Set<String> contract() {
    return Topics.ALL.stream().map(Topics.Topic::name).collect(Collectors.toSet());
  }

  private static Set<String> topics(Suite suite) throws Exception {
    try (Admin admin = Admin.create(suite.kafka(KafkaAccess.OPERATOR))) {
      return admin.listTopics().names().get();
    }
  }

  private static void send(Suite suite, String topic) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            suite.kafka(KafkaAccess.OPERATOR), new StringSerializer(), new StringSerializer())) {
      var _ = producer.send(new ProducerRecord<>(topic, 0, "key", "value")).get();
      producer.close(Duration.ofSeconds(5));
    }
  }

  private static long recordsIn(Suite suite, String topic) throws Exception {
    try (Admin admin = Admin.create(suite.kafka(KafkaAccess.OPERATOR))) {
      var partition = new org.apache.kafka.common.TopicPartition(topic, 0);
      return admin
          .listOffsets(Map.of(partition, org.apache.kafka.clients.admin.OffsetSpec.latest()))
          .partitionResult(partition)
          .get()
          .offset();
    }
  }
}
