package org.medicscribe.soapnote.events;

import io.opentelemetry.context.Context;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.reactive.messaging.TracingMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.Decoded;
import org.medicscribe.events.EventJson;
import org.medicscribe.events.NoteEvent;
import org.medicscribe.events.NoteEvent.NoteRequested;

/**
 * Reads what is asked for, as long as there is memory for it; Kafka keeps the rest. Several
 * requests are worked on at once, whatever their partitions; each record is acknowledged only when
 * Kafka has its outcome, so whatever a killed process left undone is read again.
 */
@ApplicationScoped
class NoteRequests {

  private static final Logger LOG = Logger.getLogger(NoteRequests.class);

  private final EventJson<NoteEvent> json = EventJson.note();
  private final Multi<Message<byte[]>> records;
  private final NoteDesk desk;
  private final NoteMetrics metrics;
  private final EventsConfig config;
  private final DraftLine line;
  private @Nullable Cancellable reading;

  NoteRequests(
      @Channel("note-requests") Multi<Message<byte[]>> records,
      NoteDesk desk,
      NoteMetrics metrics,
      EventsConfig config,
      DraftLine line) {
    this.records = records;
    this.desk = desk;
    this.metrics = metrics;
    this.config = config;
    this.line = line;
  }

  void start(@Observes StartupEvent event) {
    reading =
        records
            .onItem()
            .transformToUni(
                message -> line.serve(message.getPayload().length, () -> handle(message)))
            .merge(config.concurrency())
            .subscribe()
            .with(done -> {}, failure -> LOG.errorf("reading stopped errorKind=INTERNAL"));
  }

  void stop(@Observes ShutdownEvent event) {
    if (reading != null) {
      reading.cancel();
    }
  }

  private Uni<Void> handle(Message<byte[]> message) {
    Uni<Void> handled =
        switch (json.read(message.getPayload())) {
          case Decoded.Known<NoteEvent> known -> handle(known.event(), message);
          case Decoded.UnknownType<NoteEvent> unknown -> {
            metrics.unknownType();
            yield acknowledge(message);
          }
          case Decoded.Malformed<NoteEvent> malformed -> {
            LOG.warnf("record set aside topic=encounter-note reason=%s", malformed.reason());
            yield Uni.createFrom()
                .completionStage(() -> message.nack(new MalformedRecord(malformed.reason())));
          }
        };
    return handled.onFailure().invoke(NoteRequests::warn).onFailure().recoverWithNull();
  }

  private Uni<Void> handle(NoteEvent event, Message<byte[]> message) {
    return switch (event) {
      case NoteRequested request ->
          desk.serve(request, traceOf(message)).chain(() -> acknowledge(message));
      case NoteEvent.NoteDrafted ownOutcome -> acknowledge(message);
      case NoteEvent.NoteFailed ownOutcome -> acknowledge(message);
    };
  }

  /** The record stays unacknowledged, so it is read again after a restart. */
  private static void warn(Throwable failure) {
    LOG.errorf(
        "record not acknowledged topic=encounter-note errorKind=INTERNAL error=%s",
        failure.getClass().getSimpleName());
  }

  private static Context traceOf(Message<byte[]> message) {
    return message
        .getMetadata(TracingMetadata.class)
        .map(TracingMetadata::getCurrentContext)
        .orElseGet(Context::root);
  }

  private static Uni<Void> acknowledge(Message<byte[]> message) {
    return Uni.createFrom().completionStage(message::ack);
  }
}
