package org.medicscribe.soapnote.events;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.TracingMetadata;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;
import org.medicscribe.events.EventJson;
import org.medicscribe.events.LiveEvent;
import org.medicscribe.events.LiveEvent.NoteDelta;
import org.medicscribe.events.NoteEvent;
import org.medicscribe.events.NoteEvent.NoteRequested;
import org.medicscribe.soapnote.drafting.DraftProgress;

/** Publishes outcomes until Kafka has them, and progress as far as Kafka keeps up. */
@ApplicationScoped
class NotePublisher {

  private static final Logger LOG = Logger.getLogger(NotePublisher.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final EventJson<NoteEvent> notes = EventJson.note();
  private final EventJson<LiveEvent> live = EventJson.live();
  private final MutinyEmitter<Record<String, byte[]>> outcomes;
  private final MutinyEmitter<Record<String, byte[]>> deltas;

  NotePublisher(
      @Channel("note-outcomes") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<Record<String, byte[]>> outcomes,
      @Channel("note-deltas") @OnOverflow(OnOverflow.Strategy.DROP)
          MutinyEmitter<Record<String, byte[]>> deltas) {
    this.outcomes = outcomes;
    this.deltas = deltas;
  }

  /** Ends when Kafka has it; never fails, because giving up would lose a finished note. */
  Uni<Void> publish(NoteEvent outcome, Context trace) {
    Record<String, byte[]> record =
        Record.of(outcome.encounterId().toString(), notes.write(outcome));
    return Uni.createFrom()
        .deferred(() ->
            outcomes.sendMessage(
                Message.of(record, Metadata.of(TracingMetadata.withCurrent(trace)))))
        .onFailure()
        .invoke(failure -> warn(outcome, failure))
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely();
  }

  /** May be lost: the finished note replaces it. */
  void tell(NoteRequested request, DraftProgress progress) {
    NoteDelta delta =
        new NoteDelta(
            request.encounterId(), request.noteRequestId(), progress.section(), progress.text());
    deltas
        .send(Record.of(request.encounterId().toString(), live.write(delta)))
        .subscribe()
        .with(sent -> {}, lost -> LOG.debugf("delta lost encounterId=%s", request.encounterId()));
  }

  private static void warn(NoteEvent outcome, Throwable failure) {
    LOG.warnf(
        "outcome not yet published encounterId=%s errorKind=EXTERNAL error=%s",
        outcome.encounterId(), failure.getClass().getSimpleName());
  }
}
