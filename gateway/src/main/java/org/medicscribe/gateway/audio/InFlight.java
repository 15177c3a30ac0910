package org.medicscribe.gateway.audio;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.medicscribe.gateway.memory.GatewayMemory;
import org.medicscribe.memory.Share;

/**
 * What live recordings have on the way to Kafka, charged to the budget until the producer lets go
 * of it. Once half of it is used up, nobody may hold more than an even part of all: then it is the
 * recording that sends too much which is told to come back, not the one beside it. Thread-safe.
 */
@Singleton
class InFlight {

  /** Objects around a frame: receipt, ticket, the producer's own. */
  private static final int OVERHEAD = 512;

  private final Share share;

  /** Recordings that have something on the way. */
  private final AtomicInteger holders = new AtomicInteger();

  InFlight(GatewayMemory memory) {
    this.share = memory.recordings();
  }

  /** The most that all of them can have on the way. */
  long limit() {
    return share.ceiling();
  }

  /** Whether a quarter of it is left. */
  boolean hasRoomForAnother() {
    return share.hasRoomFor(share.ceiling() / 4);
  }

  /** The account of one recording. */
  final class Account {

    private final AtomicLong held = new AtomicLong();

    /** Charges a publication of so many bytes, or answers false when they do not fit. */
    boolean tryTake(int bytes) {
      long cost = (long) bytes + OVERHEAD;
      if (isMoreThanAnEvenPart(held.get() + cost) || !share.tryTake(cost)) {
        return false;
      }
      if (held.getAndAdd(cost) == 0) {
        holders.incrementAndGet();
      }
      return true;
    }

    void give(int bytes) {
      long cost = (long) bytes + OVERHEAD;
      share.give(cost);
      if (held.addAndGet(-cost) == 0) {
        holders.decrementAndGet();
      }
    }

    private boolean isMoreThanAnEvenPart(long wanted) {
      return share.used() > share.ceiling() / 2
          && wanted > share.ceiling() / Math.max(1, holders.get());
    }
  }
}
