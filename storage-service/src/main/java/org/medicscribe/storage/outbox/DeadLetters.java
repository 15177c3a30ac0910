package org.medicscribe.storage.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.Topics;
import org.medicscribe.storage.outage.Outages;

/** Sends records to the dead-letter topic of theirs, named as the messaging layer names them. */
@ApplicationScoped
public class DeadLetters {

  private static final Logger LOG = Logger.getLogger(DeadLetters.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** Where a record stands. */
  public record Place(String topic, int partition, long offset) {}

  private final MutinyEmitter<byte[]> emitter;

  DeadLetters(@Channel("dead-letters") MutinyEmitter<byte[]> emitter) {
    this.emitter = emitter;
  }

  /** Ends when Kafka has it; what cannot be sent now is sent later. */
  public Uni<Void> send(
      Place from, byte @Nullable [] key, Headers headers, byte @Nullable [] value, String reason) {
    headers
        .add("dead-letter-reason", reason.getBytes(UTF_8))
        .add("dead-letter-topic", from.topic().getBytes(UTF_8))
        .add("dead-letter-partition", Integer.toString(from.partition()).getBytes(UTF_8))
        .add("dead-letter-offset", Long.toString(from.offset()).getBytes(UTF_8));
    OutgoingKafkaRecordMetadata<byte[]> metadata =
        OutgoingKafkaRecordMetadata.<byte[]>builder()
            .withTopic(Topics.deadLetterOf(from.topic()))
            .withKey(key)
            .withHeaders(headers)
            .build();
    return Uni.createFrom()
        .deferred(() ->
            emitter.sendMessage(
                Message.of(value == null ? new byte[0] : value).addMetadata(metadata)))
        .onFailure()
        .invoke(failure ->
            LOG.warnf(
                "dead letter waits: topic=%s errorKind=EXTERNAL cause=%s",
                from.topic(), Outages.kindOf(failure)))
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely();
  }
}
