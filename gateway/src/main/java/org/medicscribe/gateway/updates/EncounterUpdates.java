package org.medicscribe.gateway.updates;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.Topics;

/**
 * Reads the three result topics as a broadcast: every gateway reads all of them, from the newest
 * record on, and commits nothing. It takes the partitions without a group, so neither a rebalance
 * nor a slow start of another gateway interrupts it, and no group is left behind.
 *
 * <p>One thread of its own reads and hands over; it never waits for a socket. It outlives any
 * failure of Kafka, and finds new partitions by itself.
 */
@Singleton
public class EncounterUpdates implements Runnable {

  private static final Logger LOG = Logger.getLogger(EncounterUpdates.class);

  private static final List<String> TOPICS = List.of(Topics.TRANSCRIPT, Topics.NOTE, Topics.LIVE);

  private final UpdateDispatch dispatch;
  private final UpdatesConfig config;
  private final Supplier<Consumer<@Nullable String, byte @Nullable []>> consumers;
  private final Thread thread =
      Thread.ofPlatform().name("encounter-updates").daemon().unstarted(this);
  private volatile @Nullable Consumer<?, ?> consumer;
  private volatile boolean isStopping;
  private volatile boolean isAttached;

  /** Where reading goes on, also after a failure. */
  private final Map<TopicPartition, Long> positions = new HashMap<>();

  private final Horizon horizon;

  @Inject
  EncounterUpdates(
      UpdateDispatch dispatch,
      UpdatesConfig config,
      @Identifier("default-kafka-broker") Map<String, Object> broker) {
    this(dispatch, config, () -> new KafkaConsumer<>(settings(broker)));
  }

  EncounterUpdates(
      UpdateDispatch dispatch,
      UpdatesConfig config,
      Supplier<Consumer<@Nullable String, byte @Nullable []>> consumers) {
    this.dispatch = dispatch;
    this.config = config;
    this.consumers = consumers;
    this.horizon = new Horizon(config.poll(), config.metadataTimeout());
  }

  private static Map<String, Object> settings(Map<String, Object> broker) {
    Map<String, Object> settings = new HashMap<>(broker);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "gateway-updates");
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return settings;
  }

  void onStart(@Observes StartupEvent start) {
    thread.start();
  }

  void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
    isStopping = true;
    Consumer<?, ?> reading = consumer;
    if (reading != null) {
      reading.wakeup();
    }
    thread.join(config.retryPause().multipliedBy(2));
  }

  /** Whether every topic is there and being read. */
  public boolean isAttached() {
    return isAttached;
  }

  /** Whether all that had been published so long ago has been handed over. */
  public boolean hasHeardAllOf(Duration ago) {
    return horizon.hasHeardAllOf(ago);
  }

  @Override
  public void run() {
    while (!isStopping) {
      try (Consumer<@Nullable String, byte @Nullable []> reading = consumers.get()) {
        consumer = reading;
        read(reading);
      } catch (WakeupException | InterruptedException stopping) {
        return;
      } catch (KafkaException | IllegalStateException failure) {
        isAttached = false;
        LOG.warnf(
            "errorKind=EXTERNAL updates are interrupted cause=%s",
            failure.getClass().getSimpleName());
        if (!pause()) {
          return;
        }
      }
    }
  }

  private void read(Consumer<@Nullable String, byte @Nullable []> reading)
      throws InterruptedException {
    long lookedAt = 0;
    while (!isStopping) {
      if (!isAttached || System.nanoTime() - lookedAt > config.lookForPartitions().toNanos()) {
        lookedAt = System.nanoTime();
        try {
          takeNewPartitions(reading);
        } catch (TimeoutException notNow) {
          // The position in the partitions that are being read is kept; only new ones have to wait.
        }
      }
      if (isAttached) {
        ConsumerRecords<@Nullable String, byte @Nullable []> records = reading.poll(config.poll());
        records.forEach(dispatch::dispatch);
        records.nextOffsets().forEach((partition, next) -> positions.put(partition, next.offset()));
        horizon.look(reading, positions);
      } else {
        Thread.sleep(config.retryPause());
      }
    }
  }

  /**
   * The first partitions are read from their end, later ones from their beginning: they are new.
   * After a failure all are read on from where they were.
   */
  private void takeNewPartitions(Consumer<?, ?> reading) {
    Map<String, List<TopicPartition>> partitions =
        TOPICS.stream()
            .collect(
                Collectors.toMap(
                    topic -> topic,
                    topic ->
                        reading.partitionsFor(topic, config.metadataTimeout()).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList()));
    Set<TopicPartition> all = new HashSet<>();
    partitions.values().forEach(all::addAll);
    boolean isFirstTime = positions.isEmpty();
    Set<TopicPartition> added = new HashSet<>(all);
    if (!isFirstTime) {
      added.removeAll(reading.assignment());
    }
    if (!added.isEmpty()) {
      reading.assign(new ArrayList<>(all));
      if (isFirstTime) {
        // What is published after this line is delivered.
        positions.putAll(reading.endOffsets(all, config.metadataTimeout()));
      }
      added.forEach(
          partition -> reading.seek(partition, positions.computeIfAbsent(partition, _ -> 0L)));
    }
    isAttached = partitions.values().stream().noneMatch(List::isEmpty);
  }

  private boolean pause() {
    try {
      Thread.sleep(config.retryPause());
      return true;
    } catch (InterruptedException stopping) {
      return false;
    }
  }
}
