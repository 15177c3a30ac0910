package org.medicscribe.gateway.updates;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.Topics;
import org.medicscribe.gateway.surroundings.Configs;

class EncounterUpdatesTest {

  private static final TopicPartition LIVE = new TopicPartition(Topics.LIVE, 0);
  private static final long END = 5;

  private final Queue<MockConsumer<@Nullable String, byte @Nullable []>> kafka = new ArrayDeque<>();
  private final EncounterUpdates updates =
      new EncounterUpdates(
          new UpdateDispatch(new Watchers(), new RecogniserLoad(), new SimpleMeterRegistry()),
          Configs.read(UpdatesConfig.class, Map.of("gateway.updates.retry-pause", "1ms")),
          kafka::remove);

  private static MockConsumer<@Nullable String, byte @Nullable []> consumer(long end) {
    MockConsumer<@Nullable String, byte @Nullable []> consumer = new MockConsumer<>("latest");
    List<TopicPartition> partitions =
        Stream.of(Topics.TRANSCRIPT, Topics.NOTE, Topics.LIVE)
            .map(topic -> new TopicPartition(topic, 0))
            .toList();
    for (TopicPartition partition : partitions) {
      consumer.updatePartitions(
          partition.topic(),
          List.of(
              new PartitionInfo(partition.topic(), 0, Node.noNode(), new Node[0], new Node[0])));
    }
    consumer.updateEndOffsets(partitions.stream().collect(Collectors.toMap(p -> p, _ -> end)));
    return consumer;
  }

  @AfterEach
  void stop() throws InterruptedException {
    updates.onStop(new ShutdownEvent());
  }

  @Test
  void shouldReadOnWhereItWasAfterAFailure() throws Exception {
    // Given a reader that has had one record since it began at the end
    MockConsumer<@Nullable String, byte @Nullable []> failing = consumer(END);
    failing.schedulePollTask(
        () -> failing.addRecord(new ConsumerRecord<>(LIVE.topic(), 0, END, "nobody", new byte[0])));
    failing.schedulePollTask(() -> failing.setPollException(new KafkaException("gone")));
    kafka.add(failing);

    // When more is published while it is away
    CompletableFuture<Long> position = new CompletableFuture<>();
    MockConsumer<@Nullable String, byte @Nullable []> next = consumer(END + 4);
    next.schedulePollTask(() -> position.complete(next.position(LIVE)));
    kafka.add(next);
    updates.onStart(new StartupEvent());

    // Then
    assertThat(position.get(10, TimeUnit.SECONDS)).isEqualTo(END + 1);
    assertThat(updates.hasHeardAllOf(Duration.ZERO)).isFalse();
  }
}
