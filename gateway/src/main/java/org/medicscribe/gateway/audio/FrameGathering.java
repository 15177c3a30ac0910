package org.medicscribe.gateway.audio;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends frames together that come shortly after each other, in the order in which they came. While
 * {@link GatheringPace} names no wait, each is sent at once by whoever brought it; otherwise the
 * first begins to wait, those that follow join it, and a thread of its own sends them all.
 */
final class FrameGathering implements AutoCloseable {

  private final GatheringPace pace;
  private final Thread thread =
      Thread.ofPlatform().daemon().name("frame-gathering").unstarted(this::run);

  /** Guarded by itself, like what follows; sending is done under it as well, which keeps order. */
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();

  private long sendAt;
  private boolean isClosed;

  FrameGathering(Duration longest) {
    this.pace = new GatheringPace(longest, System.nanoTime());
    thread.start();
  }

  /**
   * @param frame hands it to the producer; must neither block nor throw
   */
  void send(Runnable frame) {
    boolean isFirst;
    synchronized (waiting) {
      long now = System.nanoTime();
      Duration wait = pace.frameAt(now);
      if (waiting.isEmpty() && (wait.isZero() || isClosed)) {
        frame.run();
        return;
      }
      isFirst = waiting.isEmpty();
      waiting.add(frame);
      if (isFirst) {
        sendAt = now + wait.toNanos();
      }
    }
    if (isFirst) {
      LockSupport.unpark(thread);
    }
  }

  /** What waits goes out now, and what comes later is sent at once. */
  @Override
  public void close() {
    synchronized (waiting) {
      isClosed = true;
      sendAll();
    }
    LockSupport.unpark(thread);
  }

  private void run() {
    while (true) {
      long rest;
      synchronized (waiting) {
        if (isClosed) {
          return;
        }
        rest = waiting.isEmpty() ? Long.MAX_VALUE : sendAt - System.nanoTime();
        if (rest <= 0) {
          sendAll();
          rest = Long.MAX_VALUE;
        }
      }
      LockSupport.parkNanos(this, rest);
    }
  }

  private void sendAll() {
    for (Runnable frame = waiting.poll(); frame != null; frame = waiting.poll()) {
      frame.run();
    }
  }
}
