package org.medicscribe.transcription.session;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.TranscriptEvent;

/**
 * Publishes the finals of one session and knows up to where they are confirmed.
 *
 * <p>When one cannot be confirmed, those sent after it prove nothing either: all of them belong to
 * a generation that ended, and their answers are ignored.
 */
final class Deliveries {

  private final TranscriptSink sink;
  private final SessionLoop loop;
  private SampleIndex confirmed;
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
        sink.publish(event),
        answer -> {
          confirmed = confirmed.max(event.through());
          whenConfirmed.run();
        },
        whenRefused);
  }

  void send(
      TranscriptEvent.TranscriptCompleted event, Runnable whenConfirmed, Runnable whenRefused) {
    send(sink.publish(event), answer -> whenConfirmed.run(), whenRefused);
  }

  /** Nothing that is still on its way will be answered to the session. */
  void forget() {
    generation++;
  }

  private void send(
      CompletionStage<Void> sent, Consumer<Void> whenConfirmed, Runnable whenRefused) {
    int sentIn = generation;
    sent.whenComplete((answer, failure) ->
        loop.execute(() -> {
          if (sentIn != generation) {
            return;
          }
          if (failure == null) {
            whenConfirmed.accept(answer);
          } else {
            generation++;
            whenRefused.run();
          }
        }));
  }
}
