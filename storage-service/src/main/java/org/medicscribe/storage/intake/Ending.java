package org.medicscribe.storage.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.medicscribe.events.EncounterId;

/**
 * How a record ends: acknowledged, in the dead-letter topic, or, when the process stops under it,
 * left to be read again.
 */
@ApplicationScoped
public class Ending {

  private static final Logger LOG = Logger.getLogger(Ending.class);

  private final MeterRegistry metrics;
  private volatile boolean stopping;

  Ending(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /** Before anything that the work needs is closed. */
  void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
    stopping = true;
  }

  public Uni<Void> acknowledged(Message<?> message) {
    return Uni.createFrom().completionStage(message.ack());
  }

  /** A newer producer's type: counted and passed over. */
  public Uni<Void> skipped(Message<?> message, String topic) {
    metrics.counter("scribe.intake.skipped", "topic", topic).increment();
    return acknowledged(message);
  }

  /**
   * Sets the record aside for what is wrong with it. While the process stops, what fails is not the
   * record's fault: it stays unacknowledged, and whoever reads the partition next reads it again.
   */
  public Uni<Void> deadLettered(Message<?> message, String topic, Throwable failure) {
    if (stopping && !(failure instanceof Unstorable)) {
      metrics.counter("scribe.intake.left", "topic", topic).increment();
      return Uni.createFrom().voidItem();
    }
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
