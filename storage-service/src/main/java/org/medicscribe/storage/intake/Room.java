package org.medicscribe.storage.intake;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.medicscribe.memory.Share;

/**
 * What one consumer has in hand of a share. It takes what it is given, then waits for room before
 * it asks for more, so Kafka keeps the rest. A consumer that has nothing in hand always has room:
 * it never waits for what others hold. Thread-safe.
 */
final class Room {

  private final Share share;
  private final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
  private long inHand;

  Room(Share share) {
    this.share = share;
  }

  synchronized void take(long bytes) {
    share.take(bytes);
    inHand += bytes;
  }

  void give(long bytes) {
    for (CompletableFuture<Void> waiter : given(bytes)) {
      waiter.complete(null);
    }
  }

  /** Ends when there is room for something more. */
  synchronized Uni<Void> free() {
    if (isFree()) {
      return Uni.createFrom().voidItem();
    }
    CompletableFuture<Void> waiter = new CompletableFuture<>();
    waiting.add(waiter);
    return Uni.createFrom().completionStage(waiter);
  }

  private synchronized Deque<CompletableFuture<Void>> given(long bytes) {
    share.give(bytes);
    inHand -= bytes;
    if (!isFree() || waiting.isEmpty()) {
      return new ArrayDeque<>();
    }
    Deque<CompletableFuture<Void>> freed = new ArrayDeque<>(waiting);
    waiting.clear();
    return freed;
  }

  private boolean isFree() {
    return inHand == 0 || share.hasRoomFor(1);
  }
}
