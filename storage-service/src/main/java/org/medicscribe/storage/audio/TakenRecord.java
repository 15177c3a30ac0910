package org.medicscribe.storage.audio;

/**
 * A record of the audio topic from when it is taken until it is done with. It keeps nothing of the
 * record but its place: the headers of a frame can be larger than its samples.
 */
final class TakenRecord {

  private final int partition;
  private final long offset;
  private volatile boolean done;

  TakenRecord(int partition, long offset) {
    this.partition = partition;
    this.offset = offset;
  }

  int partition() {
    return partition;
  }

  long offset() {
    return offset;
  }

  /** It is durable, or set aside: nobody needs to read it again. */
  void done() {
    done = true;
  }

  boolean isDone() {
    return done;
  }
}
