package org.medicscribe.gateway.socket;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Acknowledges only while it is sure that nobody else has taken the recording over: what is safe in
 * Kafka is no part of the visit when it stands behind the mark of another recorder. Until this
 * gateway has heard of all claims again, the audio stays with its recorder. Confined to the event
 * loop.
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
  private final Timer timer;
  private final Consumer<T> acknowledged;
  private final ArrayDeque<T> held = new ArrayDeque<>();
  private boolean isWaiting;

  AckGate(BooleanSupplier hasHeardOfAllClaims, Timer timer, Consumer<T> acknowledged) {
    this.hasHeardOfAllClaims = hasHeardOfAllClaims;
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
      for (T next = held.poll(); next != null; next = held.poll()) {
        acknowledged.accept(next);
      }
    } else {
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
