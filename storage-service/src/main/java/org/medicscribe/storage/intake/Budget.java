package org.medicscribe.storage.intake;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/**
 * How much work may be held in memory at once. A consumer takes what it is given, then waits for
 * room before it asks for more, so Kafka keeps the rest. Thread-safe.
 */
public final class Budget {

  private final long limit;
  private final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
  private long used;

  public Budget(long limit) {
    this.limit = limit;
  }

  public synchronized void take(long amount) {
    used += amount;
  }

  public void release(long amount) {
    for (CompletableFuture<Void> waiter : released(amount)) {
      waiter.complete(null);
    }
  }

  /** Ends when less than the limit is in use. */
  public synchronized Uni<Void> room() {
    if (used < limit) {
      return Uni.createFrom().voidItem();
    }
    CompletableFuture<Void> waiter = new CompletableFuture<>();
    waiting.add(waiter);
    return Uni.createFrom().completionStage(waiter);
  }

  public synchronized boolean isExhausted() {
    return used >= limit;
  }

  public synchronized long used() {
    return used;
  }

  private synchronized Deque<CompletableFuture<Void>> released(long amount) {
    used -= amount;
    if (used >= limit || waiting.isEmpty()) {
      return new ArrayDeque<>();
    }
    Deque<CompletableFuture<Void>> freed = new ArrayDeque<>(waiting);
    waiting.clear();
    return freed;
  }
}
