package org.medicscribe.transcription.session;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.EngineName;
import org.medicscribe.events.FailureKind;
import org.medicscribe.events.LiveEvent;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.TranscriptEvent.TranscriptCompleted;
import org.medicscribe.transcription.session.AudioCourse.Ahead;
import org.medicscribe.transcription.speech.SpeechRecognizer;
import org.medicscribe.transcription.speech.SpeechRequest;
import org.medicscribe.transcription.speech.SpeechResult;
import org.medicscribe.transcription.speech.SpeechStream;

/**
 * One recording from its first audio to its completed transcript.
 *
 * <p>Begins a new recogniser stream for the first audio, after a gap, after a long pause, and after
 * a failure; the {@link AudioHold} keeps everything that no confirmed final covers, so a new stream
 * can always hear it again.
 *
 * <p>Lives on its {@link SessionLoop}; {@link #wake} and {@link #close} may be called from any
 * thread.
 */
public final class TranscriptionSession {

  private static final Duration PRESSURE_PAUSE = Duration.ofMillis(100);

  private static final SpeechResult.Failed UNCONFIRMED =
      new SpeechResult.Failed(
          FailureKind.EXTERNAL, "kafka-unconfirmed", "Kafka did not confirm a final: is it up?");
  private static final SpeechResult.Failed ENDED_EARLY =
      new SpeechResult.Failed(
          FailureKind.EXTERNAL, "ended-early", "The stream ended before all audio was final.");

  /** Where the session stands; what is on its way belongs to the state that started it. */
  private sealed interface State {

    /** No stream: nothing to hear, or the last one ended in good order. */
    record Resting() implements State {}

    record Listening(SpeechStream stream) implements State {}

    /** The stream was asked for its last results: a gap, a long pause or the end follows. */
    record Finishing(SpeechStream stream) implements State {}

    /** The stream broke; the next one is opened when the timer rings. */
    record Recovering(SessionLoop.Timer timer) implements State {}

    /** The completed transcript is published and not confirmed yet. */
    record Completing() implements State {}

    record Closed() implements State {}
  }

  private final EncounterId encounter;
  private final SpeechRequest request;
  private final AudioHold hold;
  private final SpeechRecognizer recognizer;
  private final SessionSurroundings around;
  private final LongConsumer whenCompleted;

  private final SessionLoop loop;
  private final EngineName engine;
  private final AudioCourse audio;
  private final TranscriptAssembler transcript;
  private final Deliveries deliveries;
  private final InterimThrottle interims;
  private final DelayNotice delay;
  private final QuietWatch quiet;
  private final RetryPace pace;
  private final AtomicBoolean woken = new AtomicBoolean();

  private State state = new State.Resting();
  private int streams;
  private SessionLoop.@Nullable Timer pressure;

  /**
   * @param whenCompleted told the offset of a recording's end once its completed transcript is
   *     confirmed; on the loop
   */
  public TranscriptionSession(
      EncounterId encounter,
      SpeechRequest request,
      AudioHold hold,
      SpeechRecognizer recognizer,
      SessionSurroundings around,
      LongConsumer whenCompleted) {
    this.encounter = encounter;
    this.request = request;
    this.hold = hold;
    this.recognizer = recognizer;
    this.around = around;
    this.whenCompleted = whenCompleted;
    this.loop = around.loop();
    SessionPolicy policy = around.policy();
    TranscriptSink sink = around.sink();
    this.engine = recognizer.engine();
    this.audio = new AudioCourse(hold, policy.leadIn());
    this.transcript =
        new TranscriptAssembler(encounter, engine, hold.confirmed(), recognizer.knowsVoicesAgain());
    this.deliveries = new Deliveries(sink, loop, hold.confirmed());
    this.interims = new InterimThrottle(loop, policy.interimEvery(), sink::show, around.monitor());
    this.delay =
        new DelayNotice(
            loop,
            policy.behindNotice(),
            (lag, reason) ->
                sink.show(new LiveEvent.TranscriptionDelayed(encounter, lag.toMillis(), reason)));
    this.pace = new RetryPace(policy.refusedPause());
    this.quiet = new QuietWatch(loop, policy, this::flush, this::giveBack);
  }

  /** There is something new in the hold. */
  public void wake() {
    if (!woken.getAndSet(true)) {
      loop.execute(() -> {
        woken.set(false);
        pump();
      });
    }
  }

  /** Ends at once: no further result is published, and what is held is dropped. */
  public void close() {
    loop.execute(() -> {
      deliveries.forget();
      leaveStream();
      state = new State.Closed();
      hold.clear();
    });
  }

  private void pump() {
    boolean again = true;
    while (again) {
      again =
          switch (state) {
            case State.Resting() -> begin();
            case State.Listening(SpeechStream stream) -> feed(stream);
            case State.Finishing(SpeechStream stream) -> false;
            case State.Recovering(SessionLoop.Timer timer) -> false;
            case State.Completing(), State.Closed() -> false;
          };
    }
  }

  /** Opens a stream for the next audio, or completes the transcript; false when it must wait. */
  private boolean begin() {
    return switch (audio.ahead()) {
      case Ahead.Nothing() -> false;
      case Ahead.Known() -> {
        audio.skip();
        release();
        yield true;
      }
      case Ahead.Follows() -> open(audio.next());
      case Ahead.Gap(SampleIndex resumesAt) -> open(resumesAt);
      case Ahead.End(RecordingStopped stopped) -> complete(stopped);
    };
  }

  private boolean open(SampleIndex base) {
    int stream = ++streams;
    audio.jumpTo(base);
    transcript.beginStream(base);
    around.monitor().streamOpened(encounter);
    state =
        new State.Listening(
            recognizer.open(request, result -> loop.execute(() -> heard(stream, result))));
    return true;
  }

  /** Sends one piece if the recogniser has room for it; a gap and the end finish the stream. */
  private boolean feed(SpeechStream stream) {
    if (stream.pendingSamples() >= SampleIndex.samplesIn(around.policy().maxPending())) {
      if (pressure == null) {
        pressure = loop.after(PRESSURE_PAUSE, this::underPressure);
      }
      return false;
    }
    return switch (audio.ahead()) {
      case Ahead.Nothing() -> false;
      case Ahead.Known() -> {
        audio.skip();
        yield true;
      }
      case Ahead.Follows() -> {
        stream.send(audio.take());
        quiet.heardAudio();
        yield true;
      }
      case Ahead.Gap gap -> finish(stream);
      case Ahead.End end -> finish(stream);
    };
  }

  private boolean finish(SpeechStream stream) {
    stream.finish();
    state = new State.Finishing(stream);
    return false;
  }

  private void underPressure() {
    pressure = null;
    delay.moves(lag());
    pump();
  }

  private void flush() {
    if (state instanceof State.Listening(SpeechStream stream)) {
      stream.flush();
    }
  }

  private void giveBack() {
    if (state instanceof State.Listening(SpeechStream stream)) {
      finish(stream);
    }
  }

  private void heard(int stream, SpeechResult result) {
    if (stream != streams || state instanceof State.Recovering || state instanceof State.Closed) {
      return;
    }
    switch (result) {
      case SpeechResult.Interim interim -> transcript.interim(interim).ifPresent(interims::offer);
      case SpeechResult.Final finished -> deliver(finished);
      case SpeechResult.Revised revised ->
          transcript.revised(revised).ifPresent(event -> deliveries.send(event, this::unconfirmed));
      case SpeechResult.Delayed delayed -> delay.said(delayed);
      case SpeechResult.Ended() -> ended();
      case SpeechResult.Failed failed -> recover(failed);
    }
  }

  private void deliver(SpeechResult.Final result) {
    interims.drop();
    pace.reset();
    transcript
        .finalized(result)
        .ifPresent(event -> deliveries.send(event, this::confirmed, this::unconfirmed));
    Duration lag = lag();
    around.monitor().finalDelivered(lag);
    delay.moves(lag);
  }

  private void confirmed() {
    release();
    if (state instanceof State.Resting) {
      pump();
    }
  }

  private void unconfirmed() {
    transcript.returnTo(deliveries.confirmed());
    recover(UNCONFIRMED);
  }

  private void ended() {
    if (transcript.covered().isBefore(audio.next())) {
      recover(ENDED_EARLY);
      return;
    }
    leaveStream();
    state = new State.Resting();
    release();
    pump();
  }

  private void recover(SpeechResult.Failed failure) {
    leaveStream();
    audio.rewindTo(transcript.covered());
    Duration pause = pace.next(failure.kind());
    around.monitor().streamFailed(encounter, failure, pause);
    delay.failed(failure, lag());
    state =
        new State.Recovering(
            loop.afterAbout(
                pause,
                () -> {
                  state = new State.Resting();
                  pump();
                }));
  }

  private void leaveStream() {
    interims.drop();
    quiet.stop();
    if (pressure != null) {
      pressure.cancel();
      pressure = null;
    }
    switch (state) {
      case State.Listening(SpeechStream stream) -> stream.abort();
      case State.Finishing(SpeechStream stream) -> stream.abort();
      case State.Recovering(SessionLoop.Timer timer) -> timer.cancel();
      case State.Resting(), State.Completing(), State.Closed() -> {}
    }
  }

  private boolean complete(RecordingStopped stopped) {
    if (deliveries.confirmed().isBefore(transcript.covered())) {
      return false;
    }
    audio.skip();
    state = new State.Completing();
    deliveries.send(
        new TranscriptCompleted(encounter, stopped.totalSamples(), engine),
        () -> {
          state = new State.Resting();
          whenCompleted.accept(hold.releaseTaken());
          pump();
        },
        this::unconfirmed);
    return false;
  }

  private void release() {
    audio.release(deliveries.confirmed(), quiet.isQuiet() || state instanceof State.Resting);
  }

  private Duration lag() {
    return audio.lagOf(transcript.covered());
  }
}
