package org.medicscribe.transcription.speech.embedded;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.FailureKind;
import org.medicscribe.transcription.speech.SpeechResult;
import org.medicscribe.transcription.speech.embedded.RecognitionScheduler.Lane;
import org.medicscribe.transcription.speech.embedded.RecognitionScheduler.Urgency;
import org.medicscribe.transcription.speech.embedded.SpeechListener.Audible;

/**
 * What the recogniser's threads do for one stream.
 *
 * <p>The scheduler never runs {@link #perform} twice at once for one stream, so whatever is not
 * volatile belongs to it.
 */
final class StreamRecognition implements RecognitionScheduler.Work {

  private final SpeechListener listener;
  private final Backlog backlog;
  private final InterimPace interims;
  private final SegmentTranscriber transcriber;
  private final ResultSink results;
  private boolean heardAll;

  private volatile boolean finishing;
  private volatile SpeechResult.@Nullable Failed doom;

  /**
   * @param listener must put what it closes into {@code backlog}
   */
  StreamRecognition(
      SpeechListener listener,
      Backlog backlog,
      InterimPace interims,
      SegmentTranscriber transcriber,
      ResultSink results) {
    this.listener = listener;
    this.backlog = backlog;
    this.interims = interims;
    this.transcriber = transcriber;
    this.results = results;
  }

  /** From any thread: nothing will be added to the inbox. Takes effect with the next listening. */
  void finish() {
    finishing = true;
  }

  /** From any thread: ends the stream with the next listening. */
  void doom(SpeechResult.Failed failure) {
    doom = failure;
  }

  /** From any thread: samples of speech that wait to be read. */
  long unreadSamples() {
    return backlog.samples();
  }

  @Override
  public void perform(Urgency urgency, Lane lane) {
    if (results.isClosed()) {
      return;
    }
    switch (urgency) {
      case LISTEN -> listen(lane);
      case FINAL -> readFirst(lane);
      case INTERIM -> lookAhead(lane);
    }
  }

  @Override
  public void broke(Throwable failure) {
    results.deliver(
        new SpeechResult.Failed(
            FailureKind.INTERNAL,
            "embedded-recogniser-failed",
            "The recogniser broke down; its log says where. Audio is kept and is read again."));
  }

  private void listen(Lane lane) {
    SpeechResult.Failed failure = doom;
    if (failure != null) {
      results.deliver(failure);
      return;
    }
    boolean complete = finishing;
    listener.listen();
    heardAll = complete;
    proceed(lane);
  }

  private void readFirst(Lane lane) {
    if (backlog.first() instanceof Audible(Stretch.Speech speech, var audio)) {
      transcriber
          .finalOf(speech, audio, results::isClosed)
          .ifPresent(result -> {
            backlog.removeFirst();
            results.deliver(result);
            transcriber.revision().ifPresent(results::deliver);
          });
    }
    proceed(lane);
  }

  private void lookAhead(Lane lane) {
    Stretch.Speech open = listener.open().orElse(null);
    if (open == null || backlog.first() != null) {
      return;
    }
    interims.looked(open);
    transcriber
        .interimOf(open, listener.audio(open), () -> lane.isFinalWaiting() || results.isClosed())
        .ifPresent(results::deliver);
  }

  /** Delivers what needs no reading, and sees to what comes next. */
  private void proceed(Lane lane) {
    for (var silence = backlog.takeSilence();
        silence.isPresent();
        silence = backlog.takeSilence()) {
      results.deliver(
          new SpeechResult.Final(silence.get().start(), silence.get().end(), List.of(), false));
    }
    backlog.notice().ifPresent(results::deliver);
    if (backlog.first() != null) {
      lane.request(Urgency.FINAL);
    } else if (heardAll) {
      transcriber.lastRevision().ifPresent(results::deliver);
      results.deliver(new SpeechResult.Ended());
    } else if (listener
        .open()
        .filter(open -> interims.isDue(open, lane.isContended()))
        .isPresent()) {
      lane.request(Urgency.INTERIM);
    }
  }
}
