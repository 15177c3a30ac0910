package org.medicscribe.transcription.session;

import java.util.concurrent.atomic.AtomicLong;

/** The audio all sessions of this process may hold in memory together. */
public final class ByteBudget {

  private final long limit;
  private final AtomicLong used = new AtomicLong();

  public ByteBudget(long limit) {
    this.limit = limit;
  }

  boolean tryReserve(int bytes) {
    if (used.addAndGet(bytes) <= limit) {
      return true;
    }
    used.addAndGet(-bytes);
    return false;
  }

  /** Reserves even beyond the limit: what a session needs to move at all. */
  void reserve(int bytes) {
    used.addAndGet(bytes);
  }

  void release(long bytes) {
    used.addAndGet(-bytes);
  }

  public long used() {
    return used.get();
  }
}
