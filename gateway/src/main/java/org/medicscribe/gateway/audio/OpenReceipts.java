package org.medicscribe.gateway.audio;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.medicscribe.gateway.audio.AudioPublisher.Publication;
import org.medicscribe.gateway.audio.AudioPublisher.Receipt;

/**
 * Answers the receipts that Kafka leaves open for too long.
 *
 * <p>The frame itself stays with the producer, which sends in order until Kafka is back. Were it
 * given up while those after it are still written, the log would have a hole, and the frame, sent
 * again, would come behind audio that was heard already. Thread-safe.
 */
@Singleton
class OpenReceipts {

  private static final long CHECK_MILLIS = 250;

  private final Duration patience;
  private final AudioMetrics metrics;
  private final Queue<OpenReceipt> oldestFirst = new ConcurrentLinkedQueue<>();

  /** Frames that were answered as failed and still wait in the producer. */
  private final AtomicInteger givenUp = new AtomicInteger();

  OpenReceipts(AudioPublisherConfig config, AudioMetrics metrics) {
    this.patience = config.deliveryTimeout();
    this.metrics = metrics;
  }

  /** One receipt until it is answered. */
  final class OpenReceipt {

    private final long since;
    private final AtomicReference<@Nullable Receipt> receipt;

    private OpenReceipt(Receipt receipt, long since) {
      this.receipt = new AtomicReference<>(receipt);
      this.since = since;
    }

    long since() {
      return since;
    }

    /** The producer has an answer; nobody is told who was told already. */
    void answer(Publication publication) {
      Receipt waiting = receipt.getAndSet(null);
      if (waiting == null) {
        givenUp.decrementAndGet();
      } else {
        waiting.arrived(publication);
      }
    }

    private void giveUp() {
      Receipt waiting = receipt.getAndSet(null);
      if (waiting != null) {
        givenUp.incrementAndGet();
        metrics.failed(new TimeoutException());
        waiting.arrived(Publication.FAILED);
      }
    }

    private boolean isOver(long now) {
      return receipt.get() == null || now - since > patience.toNanos();
    }
  }

  void watch(@Observes StartupEvent start, Vertx vertx) {
    vertx.setPeriodic(CHECK_MILLIS, _ -> answerOverdue(System.nanoTime()));
  }

  /** Whether what is sent now would only wait behind frames that were given up. */
  boolean isStalled() {
    return givenUp.get() > 0;
  }

  OpenReceipt open(Receipt receipt, long now) {
    OpenReceipt open = new OpenReceipt(receipt, now);
    oldestFirst.add(open);
    return open;
  }

  void answerOverdue(long now) {
    OpenReceipt oldest = oldestFirst.peek();
    while (oldest != null && oldest.isOver(now)) {
      oldestFirst.remove();
      oldest.giveUp();
      oldest = oldestFirst.peek();
    }
  }
}
