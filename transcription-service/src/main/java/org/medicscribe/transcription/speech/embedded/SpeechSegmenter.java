package org.medicscribe.transcription.speech.embedded;

import static org.medicscribe.transcription.speech.embedded.VoiceDetector.FRAME;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.medicscribe.events.SampleIndex;

/**
 * Cuts a stream into speech and silence by the voice probability of its frames.
 *
 * <p>What it cuts depends on the frames alone, never on when they came, so that the same audio
 * always gives the same finals. Every sample ends up in exactly one stretch, in order.
 */
final class SpeechSegmenter {

  private static final float VOICE_ON = 0.5f;
  private static final float VOICE_OFF = 0.35f;

  /** Shorter sounds are clicks and coughs. */
  private static final long SHORTEST_SPEECH = samples(200);

  /** Pauses within a sentence are shorter. */
  private static final long CLOSING_SILENCE = samples(600);

  /** Moonshine hears first and last consonants better with some silence around them. */
  private static final long PADDING = samples(400);

  /** Beyond some 15 s Moonshine collapses. */
  private static final long LONGEST_SPEECH = samples(12_000);

  /** Where, before the longest length, a cut is looked for. */
  private static final int CUT_SEARCH_FRAMES = (int) (samples(4_000) / FRAME);

  private static final int CUT_WINDOW_FRAMES = 3;

  /** Silence is reported this often, so that its audio can be acknowledged. */
  private static final long SILENCE_REPORT = samples(3_000);

  private static final long NEVER = Long.MAX_VALUE;

  private sealed interface State {
    record Silent() implements State {}

    /** A voice that may still turn out to be a click. */
    record Onset(long voicedStart) implements State {}

    /**
     * @param start of the stretch, padding included
     * @param quietSince where the voice went away, or {@link #NEVER}
     */
    record Talking(long start, long voicedStart, long quietSince) implements State {
      long voicedEnd(long now) {
        return Math.min(quietSince, now);
      }
    }
  }

  private static final State SILENT = new State.Silent();

  private final Consumer<Stretch> stretches;

  /** Of the last frames; frame n stands at n modulo its length. */
  private final float[] loudness = new float[CUT_SEARCH_FRAMES];

  private State state = SILENT;
  private long now;
  private long covered;

  SpeechSegmenter(Consumer<Stretch> stretches) {
    this.stretches = stretches;
  }

  /** Takes the next frame: how likely it holds a voice, and its mean square. */
  void accept(float voiceProbability, float frameLoudness) {
    loudness[(int) (now / FRAME % CUT_SEARCH_FRAMES)] = frameLoudness;
    long frameStart = now;
    now += FRAME;
    state =
        switch (state) {
          case State.Silent silent -> {
            reportSilence();
            yield voiceProbability >= VOICE_ON ? new State.Onset(frameStart) : silent;
          }
          case State.Onset onset when voiceProbability < VOICE_OFF -> SILENT;
          case State.Onset onset when now - onset.voicedStart() < SHORTEST_SPEECH -> onset;
          case State.Onset onset -> startTalking(onset);
          case State.Talking talking -> continueTalking(talking, frameStart, voiceProbability);
        };
  }

  /** Closes whatever is open, so that everything before {@code position} is covered. */
  void flush(long position) {
    if (state instanceof State.Talking talking) {
      closeSpeech(talking, position);
    }
    state = SILENT;
    cover(position);
  }

  /** The speech under way, up to the last whole frame. */
  Optional<Stretch.Speech> open() {
    return state instanceof State.Talking talking
        ? Optional.of(
            new Stretch.Speech(
                talking.start(), now, talking.voicedStart(), talking.voicedEnd(now), false))
        : Optional.empty();
  }

  /** Everything before it is in a stretch. */
  long covered() {
    return covered;
  }

  private State startTalking(State.Onset onset) {
    long start = Math.max(covered, onset.voicedStart() - PADDING);
    cover(start);
    return new State.Talking(start, Math.max(start, onset.voicedStart()), NEVER);
  }

  private State continueTalking(State.Talking talking, long frameStart, float probability) {
    long quietSince = talking.quietSince();
    if (probability >= VOICE_ON) {
      quietSince = NEVER;
    } else if (probability < VOICE_OFF && quietSince == NEVER) {
      quietSince = Math.max(frameStart, talking.start());
    }
    var next = new State.Talking(talking.start(), talking.voicedStart(), quietSince);
    if (quietSince != NEVER && now - quietSince >= CLOSING_SILENCE) {
      closeSpeech(next, now);
      return SILENT;
    }
    return now - next.start() >= LONGEST_SPEECH ? cutShort(next) : next;
  }

  private void closeSpeech(State.Talking talking, long limit) {
    long voicedEnd = talking.voicedEnd(limit);
    if (voicedEnd - talking.voicedStart() >= SHORTEST_SPEECH) {
      emitSpeech(
          talking.start(),
          Math.min(limit, voicedEnd + PADDING),
          talking.voicedStart(),
          voicedEnd,
          false);
    }
  }

  private State cutShort(State.Talking talking) {
    long cut = quietestMoment();
    long voicedEnd = talking.voicedEnd(cut);
    emitSpeech(talking.start(), cut, talking.voicedStart(), voicedEnd, true);
    return talking.quietSince() <= cut ? SILENT : new State.Talking(cut, cut, talking.quietSince());
  }

  /** The middle of the quietest tenth of a second of the last four. */
  private long quietestMoment() {
    int frames = (int) (now / FRAME);
    int quietest = frames - CUT_WINDOW_FRAMES;
    for (int first = quietest - 1; first >= frames - CUT_SEARCH_FRAMES; first--) {
      if (windowLoudness(first) < windowLoudness(quietest)) {
        quietest = first;
      }
    }
    return (long) quietest * FRAME + CUT_WINDOW_FRAMES * FRAME / 2;
  }

  private float windowLoudness(int firstFrame) {
    float sum = 0;
    for (int frame = firstFrame; frame < firstFrame + CUT_WINDOW_FRAMES; frame++) {
      sum += loudness[frame % CUT_SEARCH_FRAMES];
    }
    return sum;
  }

  private void reportSilence() {
    long safe = now - FRAME - PADDING;
    if (safe - covered >= SILENCE_REPORT) {
      cover(safe);
    }
  }

  private void emitSpeech(
      long start, long end, long voicedStart, long voicedEnd, boolean cutShort) {
    stretches.accept(new Stretch.Speech(start, end, voicedStart, voicedEnd, cutShort));
    covered = end;
  }

  private void cover(long position) {
    if (position > covered) {
      stretches.accept(new Stretch.Silence(covered, position));
      covered = position;
    }
  }

  private static long samples(long millis) {
    return SampleIndex.samplesIn(Duration.ofMillis(millis));
  }
}
