package org.medicscribe.storage.audio;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.medicscribe.memory.Share;

/**
 * The recordings that are being sent to somebody. Each holds memory for as long as its reader
 * takes, so a user has few of them at once, all users together as many as the share allows, and who
 * stops reading loses his. Thread-safe.
 */
final class Downloads {

  /** What comes of asking for one. */
  sealed interface Asked {

    record Admitted(Download download) implements Asked {}

    /** This user has as many as a user may. */
    record TooMany() implements Asked {}

    /** There is no memory for another one now. */
    record Busy() implements Asked {}
  }

  /** One of them. */
  final class Download {
    private final String reader;
    private final Runnable hangUp;
    private volatile Instant progressed = clock.instant();

    private Download(String reader, Runnable hangUp) {
      this.reader = reader;
      this.hangUp = hangUp;
    }

    /** Its reader has taken something. */
    void progressed() {
      progressed = clock.instant();
    }

    /** It is over, however it ended; may be said more than once. */
    void end() {
      synchronized (open) {
        if (open.remove(this)) {
          memory.give(bytes);
        }
      }
    }
  }

  private final Share memory;
  private final long bytes;
  private final int perReader;
  private final Clock clock;
  private final Set<Download> open = new HashSet<>();

  /**
   * @param bytes that one of them holds
   * @param perReader at once, at most
   */
  Downloads(Share memory, long bytes, int perReader, Clock clock) {
    this.memory = memory;
    this.bytes = bytes;
    this.perReader = perReader;
    this.clock = clock;
  }

  /**
   * Lets a reader in, if there is room.
   *
   * @param hangUp ends the connection of a reader who does not read
   */
  Asked ask(String reader, Runnable hangUp) {
    synchronized (open) {
      if (open.stream().filter(each -> each.reader.equals(reader)).count() >= perReader) {
        return new Asked.TooMany();
      }
      if (!memory.tryTake(bytes)) {
        return new Asked.Busy();
      }
      Download download = new Download(reader, hangUp);
      open.add(download);
      return new Asked.Admitted(download);
    }
  }

  /** Hangs up on everybody who has not taken anything for so long. */
  void hangUpOnWhoStopped(Duration patience) {
    Instant deadline = clock.instant().minus(patience);
    List<Download> stopped;
    synchronized (open) {
      stopped = open.stream().filter(each -> each.progressed.isBefore(deadline)).toList();
    }
    stopped.forEach(each -> each.hangUp.run());
  }

  int count() {
    synchronized (open) {
      return open.size();
    }
  }
}
