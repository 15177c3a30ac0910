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

  public Ending(MeterRegistry metrics) {
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
    skipped(topic);
    return acknowledged(message);
  }

  /** Counts a newer producer's type. */
  public void skipped(String topic) {
    metrics.counter("scribe.intake.skipped", "topic", topic).increment();
  }

  /** Sets the record aside for what is wrong with it, or leaves it. */
  public Uni<Void> deadLettered(Message<?> message, String topic, Throwable failure) {
    return verdict(topic, failure)
        .map(reason -> Uni.createFrom().completionStage(message.nack(reason)))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  /**
   * Why a record is to be set aside. Empty while the process stops, when what fails is not the
   * record's fault: it stays unacknowledged, and whoever reads the partition next reads it again.
   */
  public Optional<Unstorable> verdict(String topic, Throwable failure) {
    if (stopping && !(failure instanceof Unstorable)) {
      metrics.counter("scribe.intake.left", "topic", topic).increment();
      return Optional.empty();
    }
    Unstorable reason = failure instanceof Unstorable known ? known : Unstorable.defect(failure);
    metrics.counter("scribe.intake.dead.letters", "topic", topic).increment();
    LOG.errorf("dead letter: topic=%s reason=\"%s\"", topic, reason.getMessage());
    return Optional.of(reason);
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
