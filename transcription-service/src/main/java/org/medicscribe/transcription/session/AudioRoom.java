package org.medicscribe.transcription.session;

import java.util.concurrent.atomic.AtomicInteger;
import org.medicscribe.memory.Share;

/**
 * The memory in which the recordings of this process keep audio that no confirmed final covers. Two
 * shares of the service's budget pay for it: one for audio that comes while it is spoken, one for
 * audio that waited in the log, so that a backlog never takes the room of those who speak now.
 *
 * <p>Each recording may keep its equal part of the room and no more, so the many share what the few
 * may have alone. What does not fit waits in the log and is read again, the oldest first. Safe for
 * use by several threads.
 */
public final class AudioRoom {

  /** When audio came. */
  public enum Arrival {
    /** While it was spoken. */
    LIVE,
    /** From the log, where it had waited. */
    LATE
  }

  /** Five seconds: a recogniser needs that much to settle a sentence. */
  static final long LEAST = 160_000;

  /** Worth reading the log for. */
  private static final long WORTH_READING = 64 * 1024;

  private final Share live;
  private final Share late;
  private final long most;
  private final AtomicInteger holders = new AtomicInteger();

  /**
   * @param live pays for audio as it is spoken
   * @param late pays for audio from the backlog
   * @param most bytes of one recording, however much room there is
   */
  public AudioRoom(Share live, Share late, long most) {
    this.live = live;
    this.late = late;
    this.most = most;
  }

  /** Bytes that one recording may keep now. */
  long perRecording() {
    long equalPart = late.ceiling() / Math.max(1, holders.get());
    return Math.min(most, Math.max(LEAST, equalPart));
  }

  /** Whether more of the backlog could come in. */
  boolean hasRoom() {
    return late.hasRoomFor(WORTH_READING) || holders.get() == 0;
  }

  /** Takes the bytes, or nothing; one piece always fits into an empty room. */
  boolean tryTake(long bytes, Arrival arrival) {
    if (share(arrival).tryTake(bytes)) {
      return true;
    }
    if (holders.get() > 0) {
      return false;
    }
    share(arrival).take(bytes);
    return true;
  }

  void give(long bytes, Arrival arrival) {
    share(arrival).give(bytes);
  }

  /** A recording begins to keep audio. */
  void enter() {
    holders.incrementAndGet();
  }

  /** A recording keeps nothing any more. */
  void leave() {
    holders.decrementAndGet();
  }

  private Share share(Arrival arrival) {
    return switch (arrival) {
      case LIVE -> live;
      case LATE -> late;
    };
  }
}
