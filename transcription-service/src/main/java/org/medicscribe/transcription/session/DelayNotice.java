package org.medicscribe.transcription.session;

import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.medicscribe.transcription.speech.SpeechResult.DelayReason;

/** Tells the user that the transcript lags, from time to time while it does, and once when not. */
final class DelayNotice {

  private static final Duration AGAIN_AFTER = Duration.ofSeconds(5);

  private final SessionLoop loop;
  private final BiConsumer<Duration, DelayReason> tell;
  private @Nullable DelayReason told;
  private long toldAt;

  DelayNotice(SessionLoop loop, BiConsumer<Duration, DelayReason> tell) {
    this.loop = loop;
    this.tell = tell;
  }

  void behind(Duration behind, DelayReason reason) {
    long now = loop.nanoTime();
    if (told != reason || now - toldAt >= AGAIN_AFTER.toNanos()) {
      told = reason;
      toldAt = now;
      tell.accept(behind, reason);
    }
  }

  void caughtUp() {
    if (told != null) {
      tell.accept(Duration.ZERO, told);
      told = null;
    }
  }
}
