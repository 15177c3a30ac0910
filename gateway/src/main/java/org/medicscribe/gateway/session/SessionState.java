package org.medicscribe.gateway.session;

import java.time.Instant;
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
      return new Claiming(recorderId, from);
    }
  }

  /** storage-service is being asked whether this recorder may record. */
  record Claiming(String recorderId, SampleIndex from) implements SessionState {
    @Override
    public String name() {
      return "starting";
    }

    Recording granted(long windowSamples) {
      return new Recording(recorderId, new AckWindow(windowSamples, from));
    }
  }

  /** Some recorder owns this socket, and its audio may be in flight. */
  sealed interface Recorder extends SessionState {
    String recorderId();

    AckWindow window();
  }

  /** Audio is due. */
  record Recording(String recorderId, AckWindow window) implements Recorder {
    @Override
    public String name() {
      return "recording";
    }

    Paused pause(Instant now) {
      return new Paused(recorderId, window, now);
    }

    Stopping stop(RecordingStopped stopped) {
      return new Stopping(recorderId, window, stopped);
    }
  }

  /** The clinician has paused; the sample clock stands still. */
  record Paused(String recorderId, AckWindow window, Instant since) implements Recorder {
    @Override
    public String name() {
      return "paused";
    }

    Recording resume() {
      return new Recording(recorderId, window);
    }

    Stopping stop(RecordingStopped stopped) {
      return new Stopping(recorderId, window, stopped);
    }
  }

  /** The end is published and waits for Kafka. */
  record Stopping(String recorderId, AckWindow window, RecordingStopped stopped)
      implements Recorder {
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
