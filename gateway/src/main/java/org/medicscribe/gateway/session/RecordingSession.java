package org.medicscribe.gateway.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.AudioEvent.StopReason;
import org.medicscribe.events.EncounterState;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.gateway.session.SessionState.Claiming;
import org.medicscribe.gateway.session.SessionState.Closed;
import org.medicscribe.gateway.session.SessionState.Paused;
import org.medicscribe.gateway.session.SessionState.Recorder;
import org.medicscribe.gateway.session.SessionState.Recording;
import org.medicscribe.gateway.session.SessionState.Stopping;
import org.medicscribe.gateway.session.SessionState.Watching;

/**
 * One socket's part in a recording. Every event returns the one {@link Step} that follows from it.
 * Not thread-safe: all calls come from the socket's event loop.
 */
public final class RecordingSession {

  private static final Step NOTHING = new Step.Nothing();

  private final SessionLimits limits;
  private final InstantSource clock;
  private SessionState state = new Watching();
  private final Pace pace;
  private Instant lastHeard;

  public RecordingSession(SessionLimits limits, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
    this.lastHeard = clock.instant();
    this.pace = new Pace(limits.pace() * SampleIndex.PER_SECOND, limits.maxFrameSamples(), clock);
  }

  /** The recorder asks to record on from {@code from}. */
  public Step start(SampleIndex from, String recorderId, boolean takeOver) {
    return switch (state) {
      case Watching watching -> {
        if (from.value() > limits.maxTotalSamples()) {
          yield refuse(Refusal.of(RefusalReason.TOO_LONG));
        }
        state = watching.claim(recorderId, from);
        yield new Step.Claim(recorderId, takeOver, from);
      }
      case Claiming _, Recording _, Paused _, Stopping _ -> illegal("start");
      case Closed _ -> NOTHING;
    };
  }

  /**
   * storage-service has let the recorder in.
   *
   * @param begin the first sample that is for this recorder; what lies before belongs to others
   * @param stored every sample before it is stored already
   * @param isFirst whether nothing was ever recorded for this encounter before
   */
  public Step granted(Holder holder, SampleIndex begin, SampleIndex stored, boolean isFirst) {
    return switch (state) {
      case Claiming claiming -> {
        if (claiming.isTooLate(holder)) {
          yield refuse(Refusal.of(RefusalReason.ANOTHER_RECORDER));
        }
        if (isFirst && claiming.from().isAfter(SampleIndex.ZERO)) {
          yield refuse(Refusal.gap(SampleIndex.ZERO));
        }
        SampleIndex next = claiming.from().max(begin);
        state =
            claiming.granted(
                holder, new AckWindow(limits.window(), limits.maxFrames(), next, stored));
        lastHeard = clock.instant();
        yield new Step.SayReady(next, limits);
      }
      case Closed _ -> NOTHING;
      case Watching _, Recording _, Paused _, Stopping _ ->
          throw new IllegalStateException("granted while " + state.name());
    };
  }

  /** A frame of audio; the array is handed on, not copied. */
  public Step audio(SampleIndex first, byte[] pcm) {
    return switch (state) {
      case Recording recording -> audio(recording, first, pcm);
      case Watching _, Claiming _, Paused _, Stopping _ -> illegal("Audio");
      case Closed _ -> NOTHING;
    };
  }

  private Step audio(Recording recording, SampleIndex first, byte[] pcm) {
    AckWindow window = recording.window();
    int samples = pcm.length / SampleIndex.BYTES;
    if (samples > limits.maxFrameSamples()) {
      return refuse(Refusal.of(RefusalReason.FRAME_TOO_LARGE));
    }
    if (first.isAfter(window.next())) {
      return refuse(Refusal.gap(window.next()));
    }
    if (first.isBefore(window.begin())) {
      return refuse(Refusal.gap(window.begin()));
    }
    if (!window.hasRoomFor(samples)) {
      return refuse(Refusal.of(RefusalReason.WINDOW_EXCEEDED));
    }
    if (!window.mayRepeat(first, samples)) {
      return refuse(Refusal.gap(window.next()));
    }
    lastHeard = clock.instant();
    if (window.isKept(first.plus(samples))) {
      return new Step.Keep(window.take(first.plus(samples), samples));
    }
    long room = limits.maxTotalSamples() - first.value();
    if (samples <= room) {
      return new Step.Publish(first, pcm, window.take(first.plus(samples), samples));
    }
    return lastFrame(recording, first, pcm, (int) Math.max(0, room));
  }

  /** Keeps what fits below the limit, and ends the recording there. */
  private Step lastFrame(Recording recording, SampleIndex first, byte[] pcm, int room) {
    AckWindow window = recording.window();
    if (room == 0) {
      return end(recording, new RecordingStopped(window.next(), StopReason.LIMIT_REACHED));
    }
    SampleIndex limit = first.plus(room);
    byte[] kept = Arrays.copyOf(pcm, room * SampleIndex.BYTES);
    Step.Publish last = new Step.Publish(first, kept, window.take(limit, room));
    return new Step.PublishLast(
        last, end(recording, new RecordingStopped(limit, StopReason.LIMIT_REACHED)));
  }

  /**
   * The recorder could not capture what lies before {@code through}: its device slept, or the
   * system took the microphone. The place stays empty, and shows as a gap in what is stored.
   */
  public Step missed(SampleIndex through) {
    return switch (state) {
      case Recording recording -> missed(recording, through);
      case Watching _, Claiming _, Paused _, Stopping _ -> illegal("missed");
      case Closed _ -> NOTHING;
    };
  }

  private Step missed(Recording recording, SampleIndex through) {
    AckWindow window = recording.window();
    if (through.value() > limits.maxTotalSamples()) {
      return end(recording, new RecordingStopped(window.next(), StopReason.LIMIT_REACHED));
    }
    window.skip(through);
    lastHeard = clock.instant();
    return NOTHING;
  }

  public Step pause() {
    return switch (state) {
      case Recording recording -> {
        state = recording.pause(clock.instant());
        yield NOTHING;
      }
      case Paused _ -> NOTHING;
      case Watching _, Claiming _, Stopping _ -> illegal("pause");
      case Closed _ -> NOTHING;
    };
  }

  public Step resume() {
    return switch (state) {
      case Paused paused -> {
        state = paused.resume();
        lastHeard = clock.instant();
        yield NOTHING;
      }
      case Recording _ -> NOTHING;
      case Watching _, Claiming _, Stopping _ -> illegal("resume");
      case Closed _ -> NOTHING;
    };
  }

  /** The recorder has captured {@code total} samples and sends no more. */
  public Step stop(SampleIndex total) {
    return switch (state) {
      case Recording recording -> stop(recording, total);
      case Paused paused -> stop(paused.resume(), total);
      case Watching _, Claiming _, Stopping _ -> illegal("stop");
      case Closed _ -> NOTHING;
    };
  }

  private Step stop(Recording recording, SampleIndex total) {
    SampleIndex next = recording.window().next();
    if (total.isAfter(next)) {
      return refuse(Refusal.gap(next));
    }
    if (total.isBefore(next)) {
      return refuse(
          new Refusal(
              RefusalReason.MALFORMED_FRAME,
              "totalSamples lies before audio that was sent.",
              null));
    }
    return end(recording, new RecordingStopped(total, StopReason.STOPPED));
  }

  private Step.PublishEnd end(Recording recording, RecordingStopped stopped) {
    state = recording.stop(stopped);
    return new Step.PublishEnd(stopped, recording.window().take(stopped.totalSamples(), 0));
  }

  /**
   * Whether what the ticket stands for may be acknowledged now, or later because the recorder runs
   * ahead of speech. Once it has ended nobody waits.
   */
  public boolean mayAcknowledge(Ticket ticket) {
    return state instanceof Stopping
        || pace.letsGo(Math.max(ticket.samples(), limits.minFrameSamples()));
  }

  /** Kafka has what the ticket stands for. */
  public Step acknowledged(Ticket ticket) {
    return switch (state) {
      case Recorder recorder -> {
        AckWindow window = recorder.window();
        boolean moved = window.acknowledge(ticket);
        if (recorder instanceof Stopping stopping && window.isSettled()) {
          state = stopping.settled();
          yield new Step.SayStopped(stopping.stopped());
        }
        yield moved ? new Step.Acknowledge(window.through()) : NOTHING;
      }
      case Watching _, Claiming _, Closed _ -> NOTHING;
    };
  }

  /** A text frame that says nothing: most likely audio sent as text, if audio is due. */
  public Step unreadableText() {
    return switch (state) {
      case Recording _ -> refuse(Refusal.of(RefusalReason.AUDIO_EXPECTED));
      case Watching _, Claiming _, Paused _, Stopping _ ->
          refuse(Refusal.of(RefusalReason.MALFORMED_FRAME));
      case Closed _ -> NOTHING;
    };
  }

  /** Time has passed. */
  public Step tick() {
    return switch (state) {
      case Recording _ -> isPast(lastHeard.plus(limits.idle())) ? idle() : NOTHING;
      case Paused paused -> isPast(paused.since().plus(limits.paused())) ? idle() : NOTHING;
      case Watching _, Claiming _, Stopping _, Closed _ -> NOTHING;
    };
  }

  /** Some recorder has been let in, on this gateway or another. */
  public Step claimedBy(Holder holder) {
    return switch (state) {
      case Recorder recorder ->
          recorder.holder().isReplacedBy(holder)
              ? refuse(Refusal.of(RefusalReason.ANOTHER_RECORDER))
              : NOTHING;
      case Claiming claiming -> {
        state = claiming.heardOf(holder);
        yield NOTHING;
      }
      case Watching _, Closed _ -> NOTHING;
    };
  }

  /** The encounter has entered a state, here or elsewhere. */
  public Step encounterIs(EncounterState encounter) {
    return switch (state) {
      case Recording _, Paused _ ->
          switch (encounter) {
            case PLANNED, RECORDING -> NOTHING;
            case WITHDRAWN -> refuse(Refusal.of(RefusalReason.CONSENT_WITHDRAWN));
            case TRANSCRIBING, DRAFTING, REVIEW, NEEDS_ATTENTION, SIGNED ->
                refuse(Refusal.of(RefusalReason.RECORDING_ENDED));
          };
      case Watching _ ->
          switch (encounter) {
            case PLANNED, RECORDING, TRANSCRIBING, DRAFTING, REVIEW, NEEDS_ATTENTION -> NOTHING;
            case WITHDRAWN, SIGNED -> finish();
          };
      case Stopping _, Claiming _, Closed _ -> NOTHING;
    };
  }

  /** Nothing is told of the encounter any more: whoever only watches need not stay. */
  public Step finish() {
    return switch (state) {
      case Watching _ -> {
        state = new Closed();
        yield new Step.Finish();
      }
      case Claiming _, Recording _, Paused _, Stopping _, Closed _ -> NOTHING;
    };
  }

  /** Something outside the session's own rules ends it. */
  public Step refuse(Refusal refusal) {
    if (state instanceof Closed) {
      return NOTHING;
    }
    state = new Closed();
    return new Step.Refuse(refusal);
  }

  /** The socket is gone. */
  public void closed() {
    state = new Closed();
  }

  /** Whether a recorder owns this socket. */
  public boolean hasRecorder() {
    return state instanceof Recorder;
  }

  private Step idle() {
    return refuse(Refusal.of(RefusalReason.IDLE));
  }

  private boolean isPast(Instant limit) {
    return !clock.instant().isBefore(limit);
  }

  private Step illegal(String event) {
    return refuse(Refusal.illegal(event, state));
  }
}
