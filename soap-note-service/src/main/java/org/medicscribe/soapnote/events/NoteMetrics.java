package org.medicscribe.soapnote.events;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.medicscribe.events.NoteEvent;
import org.medicscribe.events.NoteEvent.NoteDrafted;
import org.medicscribe.events.NoteEvent.NoteFailed;
import org.medicscribe.events.SoapNote;
import org.medicscribe.events.SoapNote.Section;
import org.medicscribe.events.SoapNote.Statement;

/**
 * Counts what an operator watches: how long notes take, why they fail, how well they are backed.
 */
@ApplicationScoped
class NoteMetrics {

  private final MeterRegistry registry;

  NoteMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void unknownType() {
    registry.counter("note.records.unknown").increment();
  }

  void outcome(NoteEvent outcome, Timer.Sample started) {
    switch (outcome) {
      case NoteDrafted drafted -> {
        started.stop(registry.timer("note.time", "outcome", "drafted"));
        count(drafted.note());
      }
      case NoteFailed failed -> {
        started.stop(registry.timer("note.time", "outcome", "failed"));
        String kind = failed.kind().name().toLowerCase(Locale.ROOT);
        registry.counter("note.failures", "kind", kind, "code", failed.code()).increment();
      }
      case NoteEvent.NoteRequested request ->
          throw new IllegalStateException("a request is no outcome");
    }
  }

  /** The share of unsupported statements is that status over all of them. */
  private void count(SoapNote note) {
    for (Section section : note.sections()) {
      for (Statement statement : section.statements()) {
        String status = statement.verification().status().name().toLowerCase(Locale.ROOT);
        registry.counter("note.statements", "status", status).increment();
      }
    }
    registry.counter("note.omissions").increment(note.omissions().size());
  }
}
