package org.medicscribe.soapnote.events;

import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.medicscribe.events.NoteEvent;
import org.medicscribe.events.NoteEvent.NoteDrafted;
import org.medicscribe.events.NoteEvent.NoteFailed;
import org.medicscribe.events.NoteEvent.NoteRequested;
import org.medicscribe.soapnote.writing.NoteWriter;
import org.medicscribe.tracing.RecordTraces;

/** Serves one request: has it written, and publishes what came of it. */
@ApplicationScoped
class NoteDesk {

  private static final Logger LOG = Logger.getLogger(NoteDesk.class);

  private final NoteWriter writer;
  private final NotePublisher publisher;
  private final NoteMetrics metrics;
  private final RecordTraces traces;
  private final RecentRequests recent = new RecentRequests();

  NoteDesk(NoteWriter writer, NotePublisher publisher, NoteMetrics metrics, RecordTraces traces) {
    this.writer = writer;
    this.publisher = publisher;
    this.metrics = metrics;
    this.traces = traces;
  }

  /** Ends when Kafka has the outcome; a request read again is not served again. */
  Uni<Void> serve(NoteRequested request, Context trace) {
    return recent.once(request.noteRequestId(), () -> write(request, trace));
  }

  private Uni<Void> write(NoteRequested request, Context trace) {
    Timer.Sample started = Timer.start();
    Span drafting = traces.work("draft note", trace, request.encounterId());
    return writer
        .write(request, progress -> publisher.tell(request, progress))
        .onItemOrFailure()
        .invoke((outcome, failure) -> traces.end(drafting, failure))
        .invoke(outcome -> account(outcome, started))
        .chain(outcome -> publisher.publish(outcome, trace.with(drafting)));
  }

  private void account(NoteEvent outcome, Timer.Sample started) {
    metrics.outcome(outcome, started);
    switch (outcome) {
      case NoteDrafted drafted ->
          LOG.infof(
              "note drafted encounterId=%s noteRequestId=%s",
              drafted.encounterId(), drafted.noteRequestId());
      case NoteFailed failed ->
          LOG.warnf(
              "note failed encounterId=%s noteRequestId=%s errorKind=%s code=%s",
              failed.encounterId(), failed.noteRequestId(), failed.kind(), failed.code());
      case NoteRequested notAnOutcome -> throw new IllegalStateException("a request is no outcome");
    }
  }
}
