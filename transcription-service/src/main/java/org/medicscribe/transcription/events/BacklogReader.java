package org.medicscribe.transcription.events;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads again, for recordings that have fallen behind, what they had no room for: an uploaded
 * recording, a provider that was away, a recogniser that is slow.
 *
 * <p>Kafka is the buffer, and one partition after the other is read on one thread, so a backlog of
 * any length costs a bounded amount of memory.
 */
@ApplicationScoped
class BacklogReader {

  private static final Logger LOG = Logger.getLogger(BacklogReader.class);
  private static final Duration POLL = Duration.ofMillis(500);

  /** Then the next partition is read: recordings with room there do not wait for long. */
  private static final Duration TURN = Duration.ofSeconds(1);

  /** A recording at half its room has a minute of audio left, so there is no hurry. */
  private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(200);

  private final AudioKafka kafka;
  private final Set<AudioPartition> partitions = ConcurrentHashMap.newKeySet();
  private final Thread thread = Thread.ofPlatform().name("audio-backlog").unstarted(this::run);
  private volatile boolean running = true;
  private @Nullable KafkaConsumer<byte[], byte[]> consumer;

  BacklogReader(AudioKafka kafka) {
    this.kafka = kafka;
  }

  void start(@Observes StartupEvent started) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    running = false;
    thread.interrupt();
    thread.join(POLL.multipliedBy(4));
  }

  boolean isRunning() {
    return thread.isAlive();
  }

  void add(AudioPartition partition) {
    partitions.add(partition);
  }

  void remove(AudioPartition partition) {
    partitions.remove(partition);
  }

  private void run() {
    try {
      while (running) {
        partitions.forEach(this::read);
        Thread.sleep(BETWEEN_ROUNDS);
      }
    } catch (InterruptedException | org.apache.kafka.common.errors.InterruptException stopping) {
      running = false;
    }
    if (consumer != null) {
      consumer.close();
    }
  }

  private void read(AudioPartition partition) {
    OptionalLong from = partition.beginPass();
    if (from.isEmpty()) {
      return;
    }
    try {
      if (consumer == null) {
        consumer = kafka.reader();
      }
      consumer.assign(List.of(partition.id()));
      consumer.seek(partition.id(), from.getAsLong());
      long turnEnds = System.nanoTime() + TURN.toNanos();
      do {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          partition.acceptAgain(record);
        }
      } while (partition.endBatch(consumer.position(partition.id()))
          && running
          && System.nanoTime() < turnEnds);
    } catch (org.apache.kafka.common.errors.InterruptException stopping) {
      throw stopping;
    } catch (KafkaException e) {
      LOG.warnf(e, "topic=%s errorKind=EXTERNAL backlog waits", partition.id().topic());
    }
  }
}
