package org.medicscribe.transcription.session;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.medicscribe.events.AudioEvent.AudioChunk;
import org.medicscribe.events.AudioEvent.RecorderChanged;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.SampleIndex;

/**
 * The held audio in the order a recogniser hears it: what was heard before is dropped by position,
 * what is missing shows, and after a failure it begins again a little before the last final.
 */
final class AudioCourse {

  /** What comes next. */
  sealed interface Ahead {

    record Nothing() implements Ahead {}

    /** Audio that was heard before. */
    record Known() implements Ahead {}

    /** Audio that follows what was heard last. */
    record Follows() implements Ahead {}

    /** Audio that begins later: what lies between never came. */
    record Gap(SampleIndex resumesAt) implements Ahead {}

    record End(RecordingStopped stopped) implements Ahead {}
  }

  private final AudioHold hold;
  private final long leadIn;
  private SampleIndex next;

  AudioCourse(AudioHold hold, Duration leadIn) {
    this.hold = hold;
    this.leadIn = SampleIndex.samplesIn(leadIn);
    this.next = before(hold.confirmed());
  }

  /** Up to where audio was handed out, and not taken back. */
  SampleIndex next() {
    return next;
  }

  Ahead ahead() {
    return switch (hold.peek()) {
      case null -> new Ahead.Nothing();
      case AudioChunk chunk when !chunk.end().isAfter(next) -> new Ahead.Known();
      case AudioChunk chunk when chunk.first().isAfter(next) -> new Ahead.Gap(chunk.first());
      case AudioChunk chunk -> new Ahead.Follows();
      case RecorderChanged changed -> new Ahead.Known();
      case RecordingStopped stopped -> new Ahead.End(stopped);
    };
  }

  /** Passes over what is ahead. */
  void skip() {
    hold.take();
  }

  /** A new stream begins where the audio goes on. */
  void jumpTo(SampleIndex position) {
    next = position;
  }

  /** The part of the following audio that is new. */
  ByteBuffer take() {
    if (!(hold.peek() instanceof AudioChunk chunk)) {
      throw new IllegalStateException("no audio follows");
    }
    hold.take();
    int known = Math.toIntExact(next.minus(chunk.first())) * SampleIndex.BYTES;
    next = chunk.end();
    return chunk.pcm().slice(known, chunk.pcm().remaining() - known);
  }

  /** The next stream hears again what no final covers, and the word before it. */
  void rewindTo(SampleIndex covered) {
    next = before(covered);
    hold.rewind(next);
  }

  /**
   * Lets go of audio that a confirmed final covers; of the last moments only when the next stream
   * will begin in silence.
   */
  void release(SampleIndex confirmed, boolean quiet) {
    hold.release(confirmed, quiet && !confirmed.isBefore(next) ? confirmed : before(confirmed));
  }

  /** Audio that is in the log and beyond {@code covered}. */
  Duration lagOf(SampleIndex covered) {
    SampleIndex newest = hold.newest();
    return newest.isAfter(covered) ? SampleIndex.durationOf(newest.minus(covered)) : Duration.ZERO;
  }

  private SampleIndex before(SampleIndex position) {
    return SampleIndex.of(Math.max(0, position.value() - leadIn));
  }
}
