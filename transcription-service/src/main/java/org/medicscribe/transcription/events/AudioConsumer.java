package org.medicscribe.transcription.events;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.medicscribe.events.Topics;
import org.medicscribe.transcription.session.AudioRoom.Arrival;

/**
 * Reads the audio of the partitions this process owns, on a thread of its own.
 *
 * <p>It never waits for a session and never pauses a partition; what is committed is decided by
 * {@link AudioPartition}, not by what was read.
 */
@ApplicationScoped
class AudioConsumer implements ConsumerRebalanceListener {

  private static final Logger LOG = Logger.getLogger(AudioConsumer.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration LATE_AFTER = Duration.ofSeconds(10);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
  private static final Duration GOODBYE = Duration.ofSeconds(5);

  private final AudioConfig config;
  private final Sessions sessions;
  private final TranscriptPublisher publisher;
  private final DeadLetters deadLetters;
  private final BacklogReader backlog;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, AudioPartition> owned = new HashMap<>();
  private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
  private final Thread thread = Thread.ofPlatform().name("audio-consumer").unstarted(this::run);
  private volatile boolean running = true;
  private volatile boolean subscribed;
  private long committedAt = System.nanoTime();

  AudioConsumer(
      AudioKafka kafka,
      Sessions sessions,
      TranscriptPublisher publisher,
      DeadLetters deadLetters,
      BacklogReader backlog,
      AudioConfig config) {
    this.config = config;
    this.sessions = sessions;
    this.publisher = publisher;
    this.deadLetters = deadLetters;
    this.backlog = backlog;
    this.consumer = kafka.member();
  }

  void start(@Observes StartupEvent started) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    running = false;
    consumer.wakeup();
    thread.join(GOODBYE.multipliedBy(2));
  }

  boolean isRunning() {
    return thread.isAlive();
  }

  /** Whether the topics are known and their audio is asked for. */
  boolean isSubscribed() {
    return subscribed;
  }

  /** Whether a broker holds the line, as the client's own figures say. */
  boolean isConnected() {
    return consumer.metrics().values().stream()
        .filter(metric -> metric.metricName().name().equals("connection-count"))
        .anyMatch(metric -> metric.metricValue() instanceof Number count && count.intValue() > 0);
  }

  private void run() {
    for (boolean first = true; running && !subscribe(first); first = false) {
      pause();
    }
    while (running) {
      try {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        long now = System.currentTimeMillis();
        for (ConsumerRecord<byte[], byte[]> record : records) {
          AudioPartition partition =
              owned.get(new TopicPartition(record.topic(), record.partition()));
          if (partition != null) {
            partition.accept(record, arrival(record.timestamp(), now));
          }
        }
        commitWhenDue();
      } catch (WakeupException stopping) {
        LOG.debugf("topic=%s stops", Topics.AUDIO);
      } catch (KafkaException e) {
        LOG.errorf(
            "topic=%s errorKind=EXTERNAL audio cannot be read for now: %s",
            Topics.AUDIO, e.getMessage());
        pause();
      }
    }
    // Revokes, and so commits, what is owned.
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(GOODBYE));
  }

  /** Audio is live unless it was written a while ago, by the clock of the gateway. */
  static Arrival arrival(long writtenAt, long now) {
    return now - writtenAt > LATE_AFTER.toMillis() ? Arrival.LATE : Arrival.LIVE;
  }

  private boolean subscribe(boolean first) {
    try {
      publisher.awaitTopics();
      consumer.subscribe(List.of(Topics.AUDIO), this);
      subscribed = true;
      return true;
    } catch (KafkaException e) {
      if (first) {
        LOG.warnf(
            "topic=%s errorKind=EXTERNAL Kafka is not ready: %s", Topics.AUDIO, e.getMessage());
      }
      return false;
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
    Map<TopicPartition, OffsetAndMetadata> points = consumer.committed(new HashSet<>(assigned));
    for (TopicPartition id : assigned) {
      OffsetAndMetadata point = points.get(id);
      ResumePoints resume =
          point == null ? ResumePoints.NONE : ResumePoints.decode(point.metadata());
      AudioPartition partition =
          new AudioPartition(id, consumer.position(id), resume, sessions, deadLetters);
      owned.put(id, partition);
      backlog.add(partition);
    }
    LOG.infof("topic=%s assigned=%d owned=%d", Topics.AUDIO, assigned.size(), owned.size());
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    Map<TopicPartition, OffsetAndMetadata> points = new HashMap<>();
    for (TopicPartition id : revoked) {
      AudioPartition partition = owned.get(id);
      if (partition != null) {
        points.put(id, partition.commitPoint());
      }
    }
    letGo(revoked);
    try {
      consumer.commitSync(points, GOODBYE);
    } catch (KafkaException e) {
      LOG.warnf(
          "topic=%s errorKind=EXTERNAL the last positions are not committed, so some audio is heard"
              + " again",
          Topics.AUDIO);
    }
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> lost) {
    letGo(lost);
  }

  private void letGo(Collection<TopicPartition> ids) {
    for (TopicPartition id : ids) {
      AudioPartition partition = owned.remove(id);
      committed.remove(id);
      if (partition != null) {
        backlog.remove(partition);
        partition.close();
      }
    }
    LOG.infof("topic=%s released=%d owned=%d", Topics.AUDIO, ids.size(), owned.size());
  }

  private void commitWhenDue() {
    long now = System.nanoTime();
    if (now - committedAt < config.commitEvery().toNanos()) {
      return;
    }
    committedAt = now;
    Map<TopicPartition, OffsetAndMetadata> points = new HashMap<>();
    owned.forEach((id, partition) -> {
      OffsetAndMetadata point = partition.commitPoint();
      if (!point.equals(committed.get(id))) {
        points.put(id, point);
      }
    });
    if (!points.isEmpty()) {
      committed.putAll(points);
      consumer.commitAsync(
          points,
          (done, failure) -> {
            if (failure != null) {
              // The next round commits whatever then holds.
              done.keySet().forEach(committed::remove);
            }
          });
    }
  }

  private void pause() {
    try {
      Thread.sleep(AFTER_TROUBLE);
    } catch (InterruptedException stopping) {
      running = false;
    }
  }
}
