package org.medicscribe.gateway.audio;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** Kafka's producer, which records reach in handfuls when many come. */
final class GatheringProducer extends KafkaProducer<byte[], byte[]> {

  private final FrameGathering gathering;

  GatheringProducer(Map<String, Object> settings, Duration longest) {
    super(settings);
    this.gathering = new FrameGathering(longest);
  }

  /** The callback is told of every failure; the future tells only that the record was taken. */
  @Override
  public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
    gathering.send(() -> sendNow(record, callback));
    return CompletableFuture.completedFuture(null);
  }

  private void sendNow(ProducerRecord<byte[], byte[]> record, Callback callback) {
    try {
      var _ = super.send(record, callback);
    } catch (KafkaException | IllegalStateException refused) {
      callback.onCompletion(null, refused);
    }
  }

  @Override
  public void close(Duration patience) {
    gathering.close();
    super.close(patience);
  }
}
