package org.medicscribe.storage.intake;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.medicscribe.events.EncounterId;

/**
 * One after the other within an encounter, side by side between encounters: a slow encounter holds
 * up nobody else. Thread-safe; holds nothing of an encounter that has no work.
 */
public final class EncounterLanes {

  private static final CompletableFuture<Void> IDLE = CompletableFuture.completedFuture(null);

  private final Map<EncounterId, CompletableFuture<Void>> tails = new HashMap<>();

  /** Starts the task once everything given before it for the encounter has ended, well or not. */
  public Uni<Void> run(EncounterId encounterId, Supplier<Uni<Void>> task) {
    CompletableFuture<Void> start = new CompletableFuture<>();
    CompletableFuture<Void> end =
        start.thenCompose(go -> Uni.createFrom().deferred(task::get).subscribeAsCompletionStage());
    CompletableFuture<Void> before = enqueue(encounterId, end);
    // Outside the lock: an idle lane runs the task on this very thread.
    CompletableFuture<Void> ended = end.whenComplete((done, failure) -> leave(encounterId, end));
    CompletableFuture<Boolean> started = before.handle((done, failure) -> start.complete(null));
    return Uni.createFrom().completionStage(started.thenCompose(go -> ended));
  }

  private synchronized CompletableFuture<Void> enqueue(
      EncounterId encounterId, CompletableFuture<Void> end) {
    CompletableFuture<Void> before = tails.put(encounterId, end);
    return before == null ? IDLE : before;
  }

  private synchronized void leave(EncounterId encounterId, CompletableFuture<Void> end) {
    tails.remove(encounterId, end);
  }

  synchronized int busy() {
    return tails.size();
  }
}
