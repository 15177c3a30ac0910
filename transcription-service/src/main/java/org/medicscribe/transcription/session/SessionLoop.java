package org.medicscribe.transcription.session;

import java.time.Duration;

/** The one thread a session lives on; tasks run there one at a time, in the order given. */
public interface SessionLoop {

  /** Runs {@code task} on the loop, later; callable from any thread. */
  void execute(Runnable task);

  /** Runs {@code task} on the loop once {@code delay} has passed. */
  Timer after(Duration delay, Runnable task);

  /** The same a little earlier or later, so that what broke together comes back apart. */
  Timer afterAbout(Duration delay, Runnable task);

  /** Nanoseconds of a clock that only goes forward. */
  long nanoTime();

  /** A task that has not run yet. */
  interface Timer {
    void cancel();
  }
}
