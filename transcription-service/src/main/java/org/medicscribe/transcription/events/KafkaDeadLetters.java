package org.medicscribe.transcription.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Puts records aside that do not keep the contract, and counts those of a newer one. */
@ApplicationScoped
class KafkaDeadLetters implements DeadLetters {

  private static final Logger LOG = Logger.getLogger(KafkaDeadLetters.class);

  private final TranscriptPublisher publisher;
  private final Counter malformed;
  private final Counter unknown;

  KafkaDeadLetters(TranscriptPublisher publisher, MeterRegistry registry) {
    this.publisher = publisher;
    this.malformed =
        Counter.builder("audio.records.malformed")
            .description("Records put aside in the dead-letter topic")
            .register(registry);
    this.unknown =
        Counter.builder("audio.records.unknown")
            .description("Records of a type this version does not know")
            .register(registry);
  }

  @Override
  public CompletionStage<Void> put(ConsumerRecord<byte[], byte[]> record, String reason) {
    malformed.increment();
    LOG.errorf(
        "topic=%s partition=%d offset=%d errorKind=CALLER reason=%s",
        record.topic(), record.partition(), record.offset(), reason);
    return publisher.deadLetter(record, reason);
  }

  @Override
  public void skipped() {
    unknown.increment();
  }
}
