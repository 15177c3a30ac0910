package org.medicscribe.memory;

/** What one kind of input may take from a {@link MemoryBudget}. */
public final class Share {

  private final MemoryBudget budget;
  private final String name;
  private final long reserve;
  private final long ceiling;
  private volatile long used;
  private volatile long refused;

  Share(MemoryBudget budget, String name, long reserve, long ceiling) {
    this.budget = budget;
    this.name = name;
    this.reserve = reserve;
    this.ceiling = ceiling;
  }

  /** Takes so many bytes, or takes nothing and answers false when they do not fit. */
  public boolean tryTake(long bytes) {
    checkNotNegative(bytes);
    synchronized (budget) {
      if (!budget.hasRoomFor(this, used + bytes)) {
        refused++;
        return false;
      }
      used += bytes;
      return true;
    }
  }

  /**
   * Takes so many bytes whether they fit or not: for what is here already and cannot be refused.
   */
  public void take(long bytes) {
    checkNotNegative(bytes);
    synchronized (budget) {
      used += bytes;
    }
  }

  /** Gives bytes back that were taken before. */
  public void give(long bytes) {
    checkNotNegative(bytes);
    synchronized (budget) {
      if (bytes > used) {
        throw new IllegalStateException(name + " gives back " + bytes + " bytes of " + used);
      }
      used -= bytes;
    }
  }

  /** Whether so many bytes would fit now. */
  public boolean hasRoomFor(long bytes) {
    checkNotNegative(bytes);
    synchronized (budget) {
      return budget.hasRoomFor(this, used + bytes);
    }
  }

  public String name() {
    return name;
  }

  /** Bytes taken now. */
  public long used() {
    return used;
  }

  /** Bytes that only this share can use. */
  public long reserve() {
    return reserve;
  }

  /** Bytes that this share cannot pass. */
  public long ceiling() {
    return ceiling;
  }

  /** How often something did not fit. */
  public long refused() {
    return refused;
  }

  private void checkNotNegative(long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException(name + ": " + bytes + " bytes");
    }
  }
}
