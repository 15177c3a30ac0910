package org.medicscribe.storage.audio;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.medicscribe.events.Topics;

/**
 * Takes audio from Kafka as long as there is room for it. While there is none all partitions are
 * paused: Kafka keeps the rest, however much it is. What is committed is where the oldest record
 * stands that is not done with. Of one thread.
 */
final class AudioPolling implements ConsumerRebalanceListener {

  private static final Logger LOG = Logger.getLogger(AudioPolling.class);

  /** While paused; what is written meanwhile makes room soon. */
  private static final Duration UNTIL_ROOM = Duration.ofMillis(20);

  private static final Duration WITH_ROOM = Duration.ofMillis(500);
  private static final Duration GOODBYE = Duration.ofSeconds(5);

  private final Consumer<byte[], byte[]> consumer;
  private final AudioIntake intake;
  private final AudioConsumer records;
  private final Duration commitEvery;
  private final Map<TopicPartition, TakenOffsets> owned = new HashMap<>();
  private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
  private long committedAt = System.nanoTime();

  AudioPolling(
      Consumer<byte[], byte[]> consumer,
      AudioIntake intake,
      AudioConsumer records,
      Duration commitEvery) {
    this.consumer = consumer;
    this.intake = intake;
    this.records = records;
    this.commitEvery = commitEvery;
  }

  void subscribe() {
    consumer.subscribe(List.of(Topics.AUDIO), this);
  }

  /** Takes what has come, if there is room for it, and commits what is done. */
  void round() {
    boolean hasRoom = intake.hasRoom();
    if (hasRoom) {
      consumer.resume(consumer.paused());
    } else {
      consumer.pause(consumer.assignment());
    }
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(hasRoom ? WITH_ROOM : UNTIL_ROOM)) {
      TakenOffsets offsets = owned.get(new TopicPartition(record.topic(), record.partition()));
      if (offsets != null) {
        records.take(record, offsets);
      }
    }
    if (System.nanoTime() - committedAt >= commitEvery.toNanos()) {
      committedAt = System.nanoTime();
      commit();
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
    assigned.forEach(id -> owned.put(id, new TakenOffsets(consumer.position(id))));
    LOG.infof("topic=%s assigned=%d owned=%d", Topics.AUDIO, assigned.size(), owned.size());
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    try {
      consumer.commitSync(points(revoked), GOODBYE);
    } catch (KafkaException e) {
      LOG.warnf(
          "topic=%s errorKind=EXTERNAL the last positions are not committed, so some audio is read"
              + " again",
          Topics.AUDIO);
    }
    onPartitionsLost(revoked);
  }

  /** What is taken already is written all the same; whoever owns it now stores it a second time. */
  @Override
  public void onPartitionsLost(Collection<TopicPartition> lost) {
    lost.forEach(id -> {
      owned.remove(id);
      committed.remove(id);
    });
    LOG.infof("topic=%s released=%d owned=%d", Topics.AUDIO, lost.size(), owned.size());
  }

  private Map<TopicPartition, OffsetAndMetadata> points(Collection<TopicPartition> ids) {
    Map<TopicPartition, OffsetAndMetadata> points = new HashMap<>();
    for (TopicPartition id : ids) {
      TakenOffsets offsets = owned.get(id);
      if (offsets != null) {
        OffsetAndMetadata point = new OffsetAndMetadata(offsets.committable());
        if (!point.equals(committed.get(id))) {
          points.put(id, point);
        }
      }
    }
    return points;
  }

  private void commit() {
    Map<TopicPartition, OffsetAndMetadata> points = points(owned.keySet());
    if (points.isEmpty()) {
      return;
    }
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
