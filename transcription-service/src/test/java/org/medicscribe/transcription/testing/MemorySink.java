package org.medicscribe.transcription.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.LiveEvent;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.SampleRange;
import org.medicscribe.events.Segment;
import org.medicscribe.events.TranscriptEvent;
import org.medicscribe.events.TranscriptFold;
import org.medicscribe.events.Word;
import org.medicscribe.transcription.session.TranscriptSink;

/** A transcript topic in memory, which confirms when the test says so. */
public final class MemorySink implements TranscriptSink {

  private final List<TranscriptEvent> events = new ArrayList<>();
  private final List<LiveEvent> live = new ArrayList<>();
  private final ArrayDeque<CompletableFuture<Void>> unconfirmed = new ArrayDeque<>();

  @Override
  public CompletionStage<Void> publish(TranscriptEvent event) {
    events.add(event);
    CompletableFuture<Void> confirmed = new CompletableFuture<>();
    unconfirmed.add(confirmed);
    return confirmed;
  }

  @Override
  public void show(LiveEvent event) {
    live.add(event);
  }

  public void confirmAll() {
    while (!unconfirmed.isEmpty()) {
      confirmNext();
    }
  }

  public void confirmNext() {
    CompletableFuture<Void> next = unconfirmed.poll();
    if (next != null) {
      next.complete(null);
    }
  }

  public void refuseNext() {
    CompletableFuture<Void> next = unconfirmed.poll();
    if (next != null) {
      next.completeExceptionally(new IllegalStateException("no answer"));
    }
  }

  /** The first on its way never arrives, whatever becomes of those after it. */
  public void loseNext() {
    events.remove(events.size() - unconfirmed.size());
    refuseNext();
  }

  /** The process dies: from the given one on, what was on its way never arrived. */
  public void loseUnconfirmedAfter(int kept) {
    int lost = Math.max(0, unconfirmed.size() - kept);
    events.subList(events.size() - lost, events.size()).clear();
    unconfirmed.clear();
  }

  public int unconfirmed() {
    return unconfirmed.size();
  }

  public List<TranscriptEvent> events() {
    return events;
  }

  public <T extends LiveEvent> List<T> live(Class<T> type) {
    return live.stream().filter(type::isInstance).map(type::cast).toList();
  }

  public boolean isCompleted(EncounterId encounter) {
    return events.stream()
        .anyMatch(event ->
            event instanceof TranscriptEvent.TranscriptCompleted
                && event.encounterId().equals(encounter));
  }

  /** What a reader of the topic makes of it. */
  public Transcript transcript(EncounterId encounter) {
    TranscriptFold fold = TranscriptFold.EMPTY;
    List<Segment> segments = new ArrayList<>();
    List<SampleRange> gaps = new ArrayList<>();
    for (TranscriptEvent event : events) {
      if (event instanceof TranscriptEvent.SegmentsFinalized finals
          && finals.encounterId().equals(encounter)) {
        TranscriptFold.Step step = fold.apply(finals);
        fold = step.next();
        segments.addAll(step.added());
        step.gap().ifPresent(gaps::add);
      }
    }
    return new Transcript(segments, gaps, fold.covered());
  }

  public record Transcript(List<Segment> segments, List<SampleRange> gaps, SampleIndex covered) {

    public List<String> words() {
      return segments.stream().flatMap(s -> s.words().stream()).map(Word::text).toList();
    }
  }
}
