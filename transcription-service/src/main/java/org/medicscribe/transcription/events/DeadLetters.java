package org.medicscribe.transcription.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Puts records aside that do not keep the contract, and counts those of a newer one. */
@ApplicationScoped
class DeadLetters {

  private static final Logger LOG = Logger.getLogger(DeadLetters.class);

  private final TranscriptPublisher publisher;
  private final Counter malformed;
  private final Counter unknown;

  DeadLetters(TranscriptPublisher publisher, MeterRegistry registry) {
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

  /** The stage completes when the record is safe where an operator can look at it. */
  CompletionStage<Void> put(ConsumerRecord<byte[], byte[]> record, String reason) {
    malformed.increment();
    LOG.errorf(
        "topic=%s partition=%d offset=%d errorKind=CALLER reason=%s",
        record.topic(), record.partition(), record.offset(), reason);
    return publisher.deadLetter(record, reason);
  }

  void skipped() {
    unknown.increment();
  }
}
