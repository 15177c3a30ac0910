package org.medicscribe.transcription.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Notices a pause: after a short one what was said is made final, after a long one all ends. */
final class QuietWatch {

  private final SessionLoop loop;
  private final SessionPolicy policy;
  private final Runnable flush;
  private final Runnable release;
  private SessionLoop.@Nullable Timer timer;
  private long audioAt;
  private boolean flushed;

  QuietWatch(SessionLoop loop, SessionPolicy policy, Runnable flush, Runnable release) {
    this.loop = loop;
    this.policy = policy;
    this.flush = flush;
    this.release = release;
  }

  /** Costs a field: the timer looks at it when it rings. */
  void heardAudio() {
    audioAt = loop.nanoTime();
    flushed = false;
    if (timer == null) {
      timer = loop.after(policy.flushAfter(), this::look);
    }
  }

  /** Nothing was heard since the recogniser was told so. */
  boolean isQuiet() {
    return flushed;
  }

  void stop() {
    flushed = false;
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  private void look() {
    timer = null;
    Duration quiet = Duration.ofNanos(loop.nanoTime() - audioAt);
    if (quiet.compareTo(policy.releaseAfter()) >= 0) {
      release.run();
      return;
    }
    if (!flushed && quiet.compareTo(policy.flushAfter()) >= 0) {
      flushed = true;
      flush.run();
    }
    Duration until = flushed ? policy.releaseAfter() : policy.flushAfter();
    timer = loop.after(until.minus(quiet), this::look);
  }
}
