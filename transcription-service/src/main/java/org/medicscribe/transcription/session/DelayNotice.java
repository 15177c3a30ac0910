package org.medicscribe.transcription.session;

import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.LiveEvent.DelayReason;
import org.medicscribe.transcription.speech.SpeechResult;

/** Tells the user that the transcript lags, from time to time while it does, and once when not. */
final class DelayNotice {

  private static final Duration AGAIN_AFTER = Duration.ofSeconds(5);

  private final SessionLoop loop;
  private final Duration worthTelling;
  private final BiConsumer<Duration, DelayReason> tell;
  private @Nullable DelayReason told;
  private long toldAt;

  DelayNotice(SessionLoop loop, Duration worthTelling, BiConsumer<Duration, DelayReason> tell) {
    this.loop = loop;
    this.worthTelling = worthTelling;
    this.tell = tell;
  }

  /** The recogniser says so itself. */
  void said(SpeechResult.Delayed delayed) {
    if (delayed.behind().isZero()) {
      caughtUp();
    } else {
      behind(delayed.behind(), delayed.reason());
    }
  }

  void failed(SpeechResult.Failed failure, Duration lag) {
    behind(lag, failure.reason());
  }

  /** Audio is on its way to words. */
  void moves(Duration lag) {
    if (lag.compareTo(worthTelling) >= 0) {
      behind(lag, DelayReason.CATCHING_UP);
    } else {
      caughtUp();
    }
  }

  private void behind(Duration lag, DelayReason reason) {
    long now = loop.nanoTime();
    if (told != reason || now - toldAt >= AGAIN_AFTER.toNanos()) {
      told = reason;
      toldAt = now;
      tell.accept(lag, reason);
    }
  }

  private void caughtUp() {
    if (told != null) {
      tell.accept(Duration.ZERO, told);
      told = null;
    }
  }
}
