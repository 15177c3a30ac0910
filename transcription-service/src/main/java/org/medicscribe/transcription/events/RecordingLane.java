package org.medicscribe.transcription.events;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.AudioEvent;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.transcription.session.AudioHold;
import org.medicscribe.transcription.session.AudioRoom.Arrival;
import org.medicscribe.transcription.session.TranscriptionSession;

/**
 * One recording in its partition: its session, and whether it takes the records as they come or has
 * fallen behind and has them read again. Guarded by its partition.
 */
final class RecordingLane {

  static final long UP_TO_DATE = Long.MAX_VALUE;

  private static final Duration TELL_EVERY = Duration.ofSeconds(5);

  private final AudioHold hold;
  private final Supplier<TranscriptionSession> opening;
  private @Nullable TranscriptionSession session;

  /** The next offset the backlog has to read for this recording. */
  private long behindFrom;

  private long lastOffset;

  /** When its user was last told that nobody hears it yet. */
  private long toldAt;

  /** Takes part in the backlog's current pass. */
  private boolean reading;

  /**
   * @param opening opens the session, with the first record that there is room for: of a thousand
   *     recordings that wait in the log, those that nobody hears yet cost next to nothing
   * @param behindFrom the first of its records that were passed over before its settings were
   *     known; null when there are none
   */
  RecordingLane(AudioHold hold, Supplier<TranscriptionSession> opening, @Nullable Long behindFrom) {
    this.hold = hold;
    this.opening = opening;
    this.behindFrom = behindFrom == null ? UP_TO_DATE : behindFrom;
  }

  /**
   * How far words lag behind that are being spoken and that nobody hears yet; empty when they are
   * heard, or when this was told a moment ago.
   *
   * @param millis the time of the newest record
   */
  Optional<Duration> unheard(long millis) {
    if (session != null || behindFrom == UP_TO_DATE || millis - toldAt < TELL_EVERY.toMillis()) {
      return Optional.empty();
    }
    toldAt = millis;
    return Optional.of(SampleIndex.durationOf(hold.newest().minus(hold.confirmed())));
  }

  /** The newest record of this recording. */
  long lastOffset() {
    return lastOffset;
  }

  SampleIndex confirmed() {
    return hold.confirmed();
  }

  /** The oldest record that must be read again if this process ends now. */
  long oldestNeeded() {
    return Math.min(hold.oldestOffset().orElse(UP_TO_DATE), behindFrom);
  }

  /** The next record; without room for it, the recording falls behind. */
  void accept(long offset, AudioEvent event, Arrival arrival) {
    lastOffset = offset;
    if (behindFrom < UP_TO_DATE) {
      hold.seen(event);
    } else if (hold.offer(offset, event, arrival)) {
      wake();
    } else {
      behindFrom = offset;
    }
  }

  /** Takes part in the pass if it is behind and has room; the answer is where it reads on. */
  long beginPass() {
    reading = behindFrom < UP_TO_DATE && hold.hasRoom();
    return reading ? behindFrom : UP_TO_DATE;
  }

  boolean wants(long offset) {
    return reading && offset >= behindFrom;
  }

  /** A record that was passed over before; without room for it, the pass is over. */
  void acceptAgain(long offset, AudioEvent event) {
    if (hold.offer(offset, event, Arrival.LATE)) {
      behindFrom = offset + 1;
      wake();
    } else {
      behindFrom = offset;
      reading = false;
    }
  }

  /**
   * The backlog has been read up to {@code scanned}; who has reached the partition's own {@code
   * position} is up to date. True while it reads on.
   */
  boolean endBatch(long scanned, long position) {
    if (reading) {
      behindFrom = Math.max(behindFrom, Math.min(scanned, position));
      if (behindFrom >= position) {
        behindFrom = UP_TO_DATE;
        reading = false;
      }
    }
    return reading;
  }

  void close() {
    if (session != null) {
      session.close();
    }
  }

  private void wake() {
    if (session == null) {
      session = opening.get();
    }
    session.wake();
  }
}
