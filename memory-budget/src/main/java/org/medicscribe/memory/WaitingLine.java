package org.medicscribe.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * For work that must be done and may wait: each piece takes its bytes from the share when its turn
 * comes and gives them back when it ends. First come, first served, so nothing waits for ever. When
 * nothing else of the line is under way the first one begins whatever it takes: a piece larger than
 * the share goes alone.
 *
 * <p>Safe for use by several threads. Work begins on the thread that brings it or on the one that
 * ended the work before it.
 */
public final class WaitingLine {

  private record Waiting(long bytes, Runnable work) {}

  private final Share share;
  private final int atOnce;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private int underWay;

  /** Above zero while a thread starts work; others leave it to that one, so no call nests. */
  private final AtomicInteger calls = new AtomicInteger();

  /**
   * @param share what the work takes its bytes from
   * @param atOnce pieces under way at the same time, at most
   */
  public WaitingLine(Share share, int atOnce) {
    if (atOnce <= 0) {
      throw new IllegalArgumentException("A line that lets " + atOnce + " through stands still.");
    }
    this.share = share;
    this.atOnce = atOnce;
  }

  /** Does the work when its turn has come; ends as the work does. */
  public <T extends @Nullable Object> CompletionStage<T> run(
      long bytes, Supplier<? extends CompletionStage<T>> work) {
    CompletableFuture<T> ended = new CompletableFuture<>();
    synchronized (this) {
      waiting.add(new Waiting(bytes, () -> begin(bytes, work, ended)));
    }
    start();
    return ended;
  }

  /** Pieces that wait for their turn. */
  public synchronized int length() {
    return waiting.size();
  }

  private <T extends @Nullable Object> void begin(
      long bytes, Supplier<? extends CompletionStage<T>> work, CompletableFuture<T> ended) {
    stageOf(work)
        .whenComplete((value, failure) -> {
          synchronized (this) {
            underWay--;
            share.give(bytes);
          }
          start();
          if (failure == null) {
            ended.complete(value);
          } else {
            ended.completeExceptionally(failure);
          }
        });
  }

  private static <T extends @Nullable Object> CompletionStage<T> stageOf(
      Supplier<? extends CompletionStage<T>> work) {
    try {
      return work.get();
    } catch (RuntimeException | Error failure) {
      return CompletableFuture.failedStage(failure);
    }
  }

  private void start() {
    if (calls.getAndIncrement() > 0) {
      return;
    }
    int seen;
    do {
      seen = calls.get();
      for (Waiting next = next(); next != null; next = next()) {
        next.work().run();
      }
    } while (!calls.compareAndSet(seen, 0));
  }

  private synchronized @Nullable Waiting next() {
    Waiting first = waiting.peek();
    boolean isItsTurn =
        first != null && underWay < atOnce && (underWay == 0 || share.hasRoomFor(first.bytes()));
    if (!isItsTurn) {
      return null;
    }
    underWay++;
    share.take(first.bytes());
    return waiting.poll();
  }
}
