package org.medicscribe.storage.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.medicscribe.events.EncounterId;

/** How a record ends: acknowledged, or in the dead-letter topic. */
@ApplicationScoped
public class Ending {

  private static final Logger LOG = Logger.getLogger(Ending.class);

  private final MeterRegistry metrics;

  Ending(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  public Uni<Void> acknowledged(Message<?> message) {
    return Uni.createFrom().completionStage(message.ack());
  }

  /** A newer producer's type: counted and passed over. */
  public Uni<Void> skipped(Message<?> message, String topic) {
    metrics.counter("scribe.intake.skipped", "topic", topic).increment();
    return acknowledged(message);
  }

  public Uni<Void> deadLettered(Message<?> message, String topic, Throwable failure) {
    Unstorable reason = failure instanceof Unstorable known ? known : Unstorable.defect(failure);
    metrics.counter("scribe.intake.dead.letters", "topic", topic).increment();
    LOG.errorf("dead letter: topic=%s reason=\"%s\"", topic, reason.getMessage());
    return Uni.createFrom().completionStage(message.nack(reason));
  }

  /** The encounter a record is keyed by; a record without one is malformed. */
  public static Optional<EncounterId> keyOf(Message<?> record) {
    return record
        .getMetadata(IncomingKafkaRecordMetadata.class)
        .map(IncomingKafkaRecordMetadata::getKey)
        .map(Object::toString)
        .flatMap(EncounterId::parse);
  }
}
