package org.medicscribe.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of a service's heap that is lent to what comes from outside: bodies, frames, records,
 * sockets, downloads. Each kind has a {@link Share}; whoever is about to hold something takes its
 * bytes from the share first, and gives them back when it is gone. What does not fit is refused
 * before it is read.
 *
 * <p>A share may have a reserve, which no other share can use, and a ceiling, which it cannot pass.
 * So recordings go on while uploads and downloads have filled what is common to all.
 *
 * <p>Safe for use by several threads.
 */
public final class MemoryBudget {

  private final long limit;
  private final List<Share> shares = new ArrayList<>();

  /** A budget of so many bytes. */
  public MemoryBudget(long limit) {
    if (limit <= 0) {
      throw new IllegalArgumentException("A budget of " + limit + " bytes lends nothing.");
    }
    this.limit = limit;
  }

  /** A budget of a part, above 0 and below 1, of the largest heap this process may have. */
  public static MemoryBudget ofHeap(double part) {
    if (!(part > 0 && part < 1)) {
      throw new IllegalArgumentException("A budget is a part of the heap, not " + part + " of it.");
    }
    return new MemoryBudget((long) (Runtime.getRuntime().maxMemory() * part));
  }

  /**
   * Adds a share.
   *
   * @param name what it is for, as it stands in the metrics
   * @param reserve the part of the budget, 0 to 1, that only this share can use
   * @param ceiling the part of the budget, 0 to 1, that this share cannot pass
   */
  public synchronized Share share(String name, double reserve, double ceiling) {
    if (!(0 <= reserve && reserve <= ceiling && ceiling <= 1)) {
      throw new IllegalArgumentException(
          name + ": a reserve of " + reserve + " does not fit under a ceiling of " + ceiling);
    }
    Share share = new Share(this, name, (long) (limit * reserve), (long) (limit * ceiling));
    long reserved = share.reserve() + shares.stream().mapToLong(Share::reserve).sum();
    if (reserved > limit) {
      throw new IllegalArgumentException("The reserves together are more than the budget.");
    }
    shares.add(share);
    return share;
  }

  /** Bytes that can be lent in all. */
  public long limit() {
    return limit;
  }

  /** The shares, in the order in which they were added. */
  public synchronized List<Share> shares() {
    return List.copyOf(shares);
  }

  /** Whether a share may hold so many bytes, given what the others hold or have reserved. */
  boolean hasRoomFor(Share asking, long bytes) {
    long others = 0;
    for (Share share : shares) {
      others += share == asking ? 0 : Math.max(share.used(), share.reserve());
    }
    return bytes <= asking.ceiling() && bytes <= limit - others;
  }
}
