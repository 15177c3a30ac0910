package org.medicscribe.transcription.session;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.LiveEvent.InterimHeard;

/** Shows the newest interim at once, or as soon as the last one has stood long enough. */
final class InterimThrottle {

  private final SessionLoop loop;
  private final Duration every;
  private final Consumer<InterimHeard> show;
  private final SessionMonitor monitor;
  private @Nullable InterimHeard next;
  private SessionLoop.@Nullable Timer timer;
  private long shownAt;

  InterimThrottle(
      SessionLoop loop, Duration every, Consumer<InterimHeard> show, SessionMonitor monitor) {
    this.loop = loop;
    this.every = every;
    this.show = show;
    this.monitor = monitor;
    this.shownAt = loop.nanoTime() - every.toNanos();
  }

  void offer(InterimHeard interim) {
    if (next != null) {
      monitor.interimDropped();
    }
    next = interim;
    if (timer == null) {
      long wait = shownAt + every.toNanos() - loop.nanoTime();
      if (wait <= 0) {
        showNext();
      } else {
        timer = loop.after(Duration.ofNanos(wait), this::showNext);
      }
    }
  }

  /** A final has overtaken whatever waits. */
  void drop() {
    next = null;
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  private void showNext() {
    timer = null;
    if (next != null) {
      show.accept(next);
      next = null;
      shownAt = loop.nanoTime();
    }
  }
}
