package org.medicscribe.gateway.socket;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Acknowledges only while it is sure that nobody else has taken the recording over: what is safe in
 * Kafka is no part of the visit when it stands behind the mark of another recorder. Until this
 * gateway has heard of all claims again, the audio stays with its recorder. And it acknowledges no
 * faster than a recording may go on. Confined to the event loop.
 *
 * @param <T> what stands for a piece of audio
 */
final class AckGate<T> {

  /** Runs a task later, on the same event loop. */
  @FunctionalInterface
  interface Timer {
    void after(Duration delay, Runnable task);
  }

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final BooleanSupplier hasHeardOfAllClaims;
  private final Predicate<T> isDue;
  private final Timer timer;
  private final Consumer<T> acknowledged;
  private final ArrayDeque<T> held = new ArrayDeque<>();
  private boolean isWaiting;

  /**
   * @param isDue whether this one may be acknowledged now; not asked again once it may
   */
  AckGate(
      BooleanSupplier hasHeardOfAllClaims,
      Predicate<T> isDue,
      Timer timer,
      Consumer<T> acknowledged) {
    this.hasHeardOfAllClaims = hasHeardOfAllClaims;
    this.isDue = isDue;
    this.timer = timer;
    this.acknowledged = acknowledged;
  }

  /** Kafka has it. */
  void safe(T audio) {
    held.add(audio);
    if (!isWaiting) {
      release();
    }
  }

  /** The recorder is gone: nobody waits for an acknowledgement any more. */
  void close() {
    held.clear();
  }

  private void release() {
    if (held.isEmpty()) {
      return;
    }
    if (hasHeardOfAllClaims.getAsBoolean()) {
      while (!held.isEmpty() && isDue.test(held.peek())) {
        acknowledged.accept(held.remove());
      }
    }
    if (!held.isEmpty()) {
      isWaiting = true;
      timer.after(
          BETWEEN_LOOKS,
          () -> {
            isWaiting = false;
            release();
          });
    }
  }
}
