package org.medicscribe.storage.audio;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The records of one partition that were taken and are not done with. Of the thread that reads; a
 * record may be done on any other.
 */
final class TakenOffsets {

  private final Deque<TakenRecord> open = new ArrayDeque<>();
  private long next;

  /**
   * @param position where reading begins
   */
  TakenOffsets(long position) {
    this.next = position;
  }

  /** Notes a record in the order in which it was read. */
  void take(TakenRecord record) {
    open.add(record);
    next = record.offset() + 1;
  }

  /** Where the next owner of the partition has to begin. */
  long committable() {
    while (!open.isEmpty() && open.peek().isDone()) {
      open.remove();
    }
    return open.isEmpty() ? next : open.peek().offset();
  }
}
