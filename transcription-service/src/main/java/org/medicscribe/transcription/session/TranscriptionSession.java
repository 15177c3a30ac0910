package org.medicscribe.transcription.session;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.AudioEvent.AudioChunk;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.EngineName;
import org.medicscribe.events.FailureKind;
import org.medicscribe.events.LiveEvent;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.TranscriptEvent.TranscriptCompleted;
import org.medicscribe.transcription.speech.SpeechRecognizer;
import org.medicscribe.transcription.speech.SpeechRequest;
import org.medicscribe.transcription.speech.SpeechResult;
import org.medicscribe.transcription.speech.SpeechStream;

/**
 * One recording from its first audio to its completed transcript.
 *
 * <p>Takes audio from its {@link AudioHold} in order, drops what it has heard before by position,
 * and begins a new recogniser stream after a gap, after a long pause, and after a failure; the hold
 * keeps everything that no confirmed final covers, so a new stream can always hear it again.
 *
 * <p>Lives on its {@link SessionLoop}; {@link #wake} and {@link #close} may be called from any
 * thread.
 */
public final class TranscriptionSession {

  private static final Duration PRESSURE_PAUSE = Duration.ofMillis(100);

  /** Where the session stands; what is on its way belongs to the state that started it. */
  private sealed interface State {}

  /** No stream: nothing to hear, or the last one ended in good order. */
  private record Resting() implements State {}

  private record Listening(SpeechStream stream) implements State {}

  /** The stream was asked for its last results: a gap, a long pause or the end follows. */
  private record Finishing(SpeechStream stream) implements State {}

  /** The stream broke; the next one is opened when the timer rings. */
  private record Recovering(SessionLoop.Timer timer) implements State {}

  /** The completed transcript is published and not confirmed yet. */
  private record Completing() implements State {}

  private record Closed() implements State {}

  private final EncounterId encounter;
  private final SpeechRequest request;
  private final AudioHold hold;
  private final SpeechRecognizer recognizer;
  private final SessionSurroundings around;
  private final LongConsumer whenCompleted;
  private final EngineName engine;
  private final TranscriptAssembler transcript;
  private final Deliveries deliveries;
  private final InterimThrottle interims;
  private final DelayNotice delay;
  private final RetryPace pace = new RetryPace();
  private final AtomicBoolean woken = new AtomicBoolean();

  private State state = new Resting();
  private SampleIndex next;
  private int streams;
  private long lastAudioAt;
  private boolean flushed;
  private SessionLoop.@Nullable Timer idle;
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
    this.engine = new EngineName(recognizer.engine().name(), recognizer.engine().embedded());
    SampleIndex covered = hold.confirmed();
    this.transcript = new TranscriptAssembler(encounter, engine, covered);
    this.deliveries = new Deliveries(around.sink(), around.loop(), covered);
    this.interims =
        new InterimThrottle(
            around.loop(), around.policy().interimEvery(), around.sink()::show, around.monitor());
    this.delay = new DelayNotice(around.loop(), this::tellDelay);
    this.next = leadIn(covered);
  }

  /** There is something new in the hold. */
  public void wake() {
    if (!woken.getAndSet(true)) {
      around
          .loop()
          .execute(() -> {
            woken.set(false);
            pump();
          });
    }
  }

  /** Ends at once: no further result is published, and what is held is dropped. */
  public void close() {
    around.loop().execute(this::closeNow);
  }

  private void closeNow() {
    deliveries.forget();
    interims.drop();
    cancelTimers();
    switch (state) {
      case Listening(SpeechStream stream) -> stream.abort();
      case Finishing(SpeechStream stream) -> stream.abort();
      case Recovering(SessionLoop.Timer timer) -> timer.cancel();
      case Resting(), Completing(), Closed() -> {}
    }
    state = new Closed();
    hold.clear();
  }

  private void pump() {
    boolean again = true;
    while (again) {
      again =
          switch (state) {
            case Resting() -> begin();
            case Listening(SpeechStream stream) -> feed(stream);
            case Finishing(SpeechStream stream) -> false;
            case Recovering(SessionLoop.Timer timer) -> false;
            case Completing(), Closed() -> false;
          };
    }
  }

  /** Opens a stream for the next audio, or completes the transcript. */
  private boolean begin() {
    return switch (hold.peek()) {
      case null -> false;
      case AudioChunk chunk when !chunk.end().isAfter(next) -> {
        hold.take();
        release();
        yield true;
      }
      case AudioChunk chunk -> {
        open(chunk.first().max(next));
        yield true;
      }
      case RecordingStopped stopped -> {
        if (!deliveries.confirmed().isBefore(transcript.covered())) {
          complete(stopped);
        }
        yield false;
      }
    };
  }

  private void open(SampleIndex base) {
    int stream = ++streams;
    next = base;
    flushed = false;
    transcript.beginStream(base);
    around.monitor().streamOpened(encounter);
    state =
        new Listening(
            recognizer.open(request, result -> around.loop().execute(() -> heard(stream, result))));
  }

  /** Sends what the recogniser has room for; a gap and the end finish the stream. */
  private boolean feed(SpeechStream stream) {
    long room = SampleIndex.samplesIn(around.policy().maxPending());
    while (stream.pendingSamples() < room) {
      switch (hold.peek()) {
        case null -> {
          return false;
        }
        case AudioChunk chunk when chunk.first().isAfter(next) -> {
          return finish(stream);
        }
        case AudioChunk chunk -> {
          hold.take();
          send(stream, chunk);
        }
        case RecordingStopped stopped -> {
          return finish(stream);
        }
      }
    }
    if (pressure == null) {
      pressure = around.loop().after(PRESSURE_PAUSE, this::underPressure);
    }
    return false;
  }

  private void send(SpeechStream stream, AudioChunk chunk) {
    if (!chunk.end().isAfter(next)) {
      return;
    }
    int known = Math.toIntExact(next.minus(chunk.first())) * SampleIndex.BYTES;
    stream.send(chunk.pcm().slice(known, chunk.pcm().remaining() - known));
    next = chunk.end();
    flushed = false;
    lastAudioAt = around.loop().nanoTime();
    if (idle == null) {
      idle = around.loop().after(around.policy().flushAfter(), this::whenQuiet);
    }
  }

  private boolean finish(SpeechStream stream) {
    stream.finish();
    state = new Finishing(stream);
    return false;
  }

  private void underPressure() {
    pressure = null;
    noticeLag();
    pump();
  }

  /** Makes what was said final after a short pause, and gives the stream back after a long one. */
  private void whenQuiet() {
    idle = null;
    if (!(state instanceof Listening(SpeechStream stream))) {
      return;
    }
    Duration quiet = Duration.ofNanos(around.loop().nanoTime() - lastAudioAt);
    SessionPolicy policy = around.policy();
    if (quiet.compareTo(policy.releaseAfter()) >= 0) {
      finish(stream);
      return;
    }
    if (!flushed && quiet.compareTo(policy.flushAfter()) >= 0) {
      flushed = true;
      stream.flush();
    }
    Duration until = flushed ? policy.releaseAfter() : policy.flushAfter();
    idle = around.loop().after(until.minus(quiet), this::whenQuiet);
  }

  private void heard(int stream, SpeechResult result) {
    if (stream != streams || state instanceof Recovering || state instanceof Closed) {
      return;
    }
    switch (result) {
      case SpeechResult.Interim interim -> transcript.interim(interim).ifPresent(interims::offer);
      case SpeechResult.Final finished -> deliver(finished);
      case SpeechResult.Delayed(Duration behind, SpeechResult.DelayReason reason) -> {
        if (behind.isZero()) {
          delay.caughtUp();
        } else {
          delay.behind(behind, reason);
        }
      }
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
    around.monitor().finalDelivered(lag());
    noticeLag();
  }

  private void confirmed() {
    release();
    if (state instanceof Resting) {
      pump();
    }
  }

  private void unconfirmed() {
    transcript.returnTo(deliveries.confirmed());
    recover(
        new SpeechResult.Failed(
            FailureKind.EXTERNAL, "kafka-unconfirmed", "Kafka did not confirm a final in time."));
  }

  private void ended() {
    if (transcript.covered().isBefore(next)) {
      recover(
          new SpeechResult.Failed(
              FailureKind.EXTERNAL, "ended-early", "The stream ended before all audio was final."));
      return;
    }
    state = new Resting();
    release();
    pump();
  }

  private void recover(SpeechResult.Failed failure) {
    switch (state) {
      case Listening(SpeechStream stream) -> stream.abort();
      case Finishing(SpeechStream stream) -> stream.abort();
      case Recovering(SessionLoop.Timer timer) -> timer.cancel();
      case Resting(), Completing() -> {}
      case Closed() -> {
        return;
      }
    }
    cancelTimers();
    interims.drop();
    next = leadIn(transcript.covered());
    hold.rewind(next);
    Duration pause = pace.next(failure.kind());
    around.monitor().streamFailed(encounter, failure, pause);
    state =
        new Recovering(
            around
                .loop()
                .after(
                    pause,
                    () -> {
                      state = new Resting();
                      pump();
                    }));
    delay.behind(lag(), reason(failure.kind()));
  }

  private static SpeechResult.DelayReason reason(FailureKind kind) {
    return switch (kind) {
      case EXTERNAL -> SpeechResult.DelayReason.PROVIDER_UNREACHABLE;
      case CAPACITY, CALLER, INTERNAL -> SpeechResult.DelayReason.PROVIDER_REFUSES;
    };
  }

  private void complete(RecordingStopped stopped) {
    cancelTimers();
    hold.take();
    state = new Completing();
    deliveries.send(
        new TranscriptCompleted(encounter, stopped.totalSamples(), engine),
        () -> {
          state = new Resting();
          whenCompleted.accept(hold.releaseTaken());
          pump();
        },
        this::unconfirmed);
  }

  /**
   * Lets go of audio that a confirmed final covers; of the last moments only when a new stream
   * would begin in silence.
   */
  private void release() {
    SampleIndex confirmed = deliveries.confirmed();
    boolean quiet = (flushed || state instanceof Resting) && !confirmed.isBefore(next);
    hold.release(confirmed, quiet ? confirmed : leadIn(confirmed));
  }

  private void noticeLag() {
    Duration lag = lag();
    if (lag.compareTo(around.policy().behindNotice()) >= 0) {
      delay.behind(lag, SpeechResult.DelayReason.CATCHING_UP);
    } else {
      delay.caughtUp();
    }
  }

  /** Audio that is in the log and not in the transcript. */
  private Duration lag() {
    SampleIndex newest = hold.newest();
    SampleIndex covered = transcript.covered();
    return newest.isAfter(covered) ? SampleIndex.durationOf(newest.minus(covered)) : Duration.ZERO;
  }

  private SampleIndex leadIn(SampleIndex position) {
    long leadIn = SampleIndex.samplesIn(around.policy().leadIn());
    return SampleIndex.of(Math.max(0, position.value() - leadIn));
  }

  private void tellDelay(Duration behind, SpeechResult.DelayReason reason) {
    around
        .sink()
        .show(
            new LiveEvent.TranscriptionDelayed(
                encounter,
                behind.toMillis(),
                switch (reason) {
                  case PROVIDER_UNREACHABLE -> LiveEvent.DelayReason.PROVIDER_UNREACHABLE;
                  case PROVIDER_REFUSES -> LiveEvent.DelayReason.PROVIDER_REFUSES;
                  case CATCHING_UP -> LiveEvent.DelayReason.CATCHING_UP;
                  case OVERLOADED -> LiveEvent.DelayReason.OVERLOADED;
                }));
  }

  private void cancelTimers() {
    if (idle != null) {
      idle.cancel();
      idle = null;
    }
    if (pressure != null) {
      pressure.cancel();
      pressure = null;
    }
  }
}
