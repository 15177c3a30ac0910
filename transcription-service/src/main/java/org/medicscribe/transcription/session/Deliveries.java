package org.medicscribe.transcription.session;

import java.util.ArrayDeque;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.TranscriptEvent;

/**
 * Publishes the finals of one session, one after the other, and knows up to where they are
 * confirmed.
 *
 * <p>Each waits for the one before it: a reader drops what comes behind words that it knows, so a
 * final that Kafka did not take, said again, would be lost behind one that it took. What waited for
 * a refused one belongs to a generation that ended.
 */
final class Deliveries {

  /** One event, and who wants to know what became of it. */
  private record Delivery(
      Supplier<CompletionStage<Void>> publishing, Runnable whenConfirmed, Runnable whenRefused) {}

  private final TranscriptSink sink;
  private final SessionLoop loop;
  private final ArrayDeque<Delivery> waiting = new ArrayDeque<>();
  private SampleIndex confirmed;
  private boolean underWay;
  private int generation;

  Deliveries(TranscriptSink sink, SessionLoop loop, SampleIndex confirmed) {
    this.sink = sink;
    this.loop = loop;
    this.confirmed = confirmed;
  }

  SampleIndex confirmed() {
    return confirmed;
  }

  void send(TranscriptEvent.SegmentsFinalized event, Runnable whenConfirmed, Runnable whenRefused) {
    send(
        new Delivery(
            () -> sink.publish(event),
            () -> {
              confirmed = confirmed.max(event.through());
              whenConfirmed.run();
            },
            whenRefused));
  }

  /** A reader that lacks it shows other names; the next one says it again. */
  void send(TranscriptEvent.SpeakersRevised event, Runnable whenRefused) {
    send(new Delivery(() -> sink.publish(event), () -> {}, whenRefused));
  }

  void send(
      TranscriptEvent.TranscriptCompleted event, Runnable whenConfirmed, Runnable whenRefused) {
    send(new Delivery(() -> sink.publish(event), whenConfirmed, whenRefused));
  }

  /** Nothing that is still on its way will be answered to the session. */
  void forget() {
    generation++;
    waiting.clear();
    underWay = false;
  }

  private void send(Delivery delivery) {
    waiting.add(delivery);
    publishNext();
  }

  private void publishNext() {
    Delivery next = underWay ? null : waiting.poll();
    if (next == null) {
      return;
    }
    underWay = true;
    int sentIn = generation;
    next.publishing()
        .get()
        .whenComplete((answer, failure) ->
            loop.execute(() -> {
              if (sentIn == generation) {
                answered(next, failure == null);
              }
            }));
  }

  private void answered(Delivery delivery, boolean isConfirmed) {
    underWay = false;
    if (isConfirmed) {
      delivery.whenConfirmed().run();
      publishNext();
    } else {
      forget();
      delivery.whenRefused().run();
    }
  }
}
