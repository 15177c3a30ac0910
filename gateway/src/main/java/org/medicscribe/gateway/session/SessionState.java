package org.medicscribe.gateway.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.SampleIndex;

/** Where a socket stands; {@link RecordingSession} moves it. */
sealed interface SessionState {

  /** As it reads in a refusal. */
  String name();

  /** A subscription only: not recording, or not any more. */
  record Watching() implements SessionState {
    @Override
    public String name() {
      return "not recording";
    }

    Claiming claim(String recorderId, SampleIndex from) {
      return new Claiming(recorderId, from, null);
    }
  }

  /**
   * storage-service is being asked whether this recorder may record.
   *
   * @param other the latest of the other recorders that were let in meanwhile
   */
  record Claiming(String recorderId, SampleIndex from, @Nullable Holder other)
      implements SessionState {
    @Override
    public String name() {
      return "starting";
    }

    Claiming heardOf(Holder claimed) {
      return claimed.recorderId().equals(recorderId)
              || (other != null && other.claim() > claimed.claim())
          ? this
          : new Claiming(recorderId, from, claimed);
    }

    boolean isTooLate(Holder granted) {
      return other != null && granted.isReplacedBy(other);
    }

    Recording granted(Holder holder, AckWindow window) {
      return new Recording(holder, window);
    }
  }

  /** Some recorder owns this socket, and its audio may be in flight. */
  sealed interface Recorder extends SessionState {
    Holder holder();

    AckWindow window();
  }

  /** Audio is due. */
  record Recording(Holder holder, AckWindow window) implements Recorder {
    @Override
    public String name() {
      return "recording";
    }

    Paused pause(Instant now) {
      return new Paused(holder, window, now);
    }

    Stopping stop(RecordingStopped stopped) {
      return new Stopping(holder, window, stopped);
    }
  }

  /** The clinician has paused; the sample clock stands still. */
  record Paused(Holder holder, AckWindow window, Instant since) implements Recorder {
    @Override
    public String name() {
      return "paused";
    }

    Recording resume() {
      return new Recording(holder, window);
    }

    Stopping stop(RecordingStopped stopped) {
      return new Stopping(holder, window, stopped);
    }
  }

  /** The end is published and waits for Kafka. */
  record Stopping(Holder holder, AckWindow window, RecordingStopped stopped) implements Recorder {
    @Override
    public String name() {
      return "stopping";
    }

    Watching settled() {
      return new Watching();
    }
  }

  /** Refused or gone; whatever still arrives is ignored. */
  record Closed() implements SessionState {
    @Override
    public String name() {
      return "closed";
    }
  }
}
