package org.medicscribe.transcription.speech.embedded;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Shares a fixed number of threads among all streams: the most urgent work first, first come first
 * served within one urgency, and never two pieces of work of one stream at once.
 */
final class RecognitionScheduler implements AutoCloseable {

  /** Most urgent first. */
  enum Urgency {
    /** Find out what was said when: cheap. */
    LISTEN,
    /** Words that stay. */
    FINAL,
    /** Words for the eye: the first to be given up. */
    INTERIM
  }

  /** What a stream wants done. */
  interface Work {

    /**
     * @param lane to ask for what comes next
     */
    void perform(Urgency urgency, Lane lane);

    /** {@link #perform} threw. */
    void broke(Throwable failure);
  }

  private static final System.Logger LOG = System.getLogger(RecognitionScheduler.class.getName());

  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Urgency, Deque<Lane>> waiting = new EnumMap<>(Urgency.class);
  private final List<Thread> threads = new ArrayList<>();
  private boolean closed;

  RecognitionScheduler(int threadCount) {
    for (Urgency urgency : Urgency.values()) {
      waiting.put(urgency, new ArrayDeque<>());
    }
    for (int i = 0; i < threadCount; i++) {
      threads.add(
          Thread.ofPlatform().daemon().name("recogniser-" + i).start(this::workUntilClosed));
    }
  }

  /** A stream's place in the queues. */
  Lane open(Work work) {
    return new Lane(work);
  }

  /** Lets the threads finish what they are doing and drops the rest. Waits for them. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  final class Lane {
    private final Work work;
    private final EnumSet<Urgency> wanted = EnumSet.noneOf(Urgency.class);
    private boolean busy;

    private Lane(Work work) {
      this.work = work;
    }

    /** Asks for work; asking again before it has begun changes nothing. */
    void request(Urgency urgency) {
      lock.lock();
      try {
        if (wanted.add(urgency)) {
          queue(urgency).add(this);
          changed.signal();
        }
      } finally {
        lock.unlock();
      }
    }

    /** Whether recognition, of any stream, waits for a free thread. */
    boolean isContended() {
      return isWaiting(Urgency.FINAL) || isWaiting(Urgency.INTERIM);
    }

    /**
     * Whether a final, of any stream, waits for a free thread: an interim should then end early.
     */
    boolean isFinalWaiting() {
      return isWaiting(Urgency.FINAL);
    }

    /** Takes back every request that has not begun. */
    void withdraw() {
      lock.lock();
      try {
        waiting.values().forEach(queue -> queue.remove(this));
        wanted.clear();
      } finally {
        lock.unlock();
      }
    }
  }

  private record Job(Lane lane, Urgency urgency) {}

  private void workUntilClosed() {
    for (Job job = nextJob(); job != null; job = nextJob()) {
      try {
        job.lane().work.perform(job.urgency(), job.lane());
      } catch (RuntimeException | Error e) {
        LOG.log(Level.ERROR, "recognition broke down", e);
        job.lane().work.broke(e);
      } finally {
        release(job.lane());
      }
    }
  }

  /** Blocks until there is work; null when closed. */
  private @Nullable Job nextJob() {
    lock.lock();
    try {
      while (!closed) {
        Job job = mostUrgent();
        if (job != null) {
          return job;
        }
        changed.awaitUninterruptibly();
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Job mostUrgent() {
    for (Urgency urgency : Urgency.values()) {
      for (Iterator<Lane> lanes = queue(urgency).iterator(); lanes.hasNext(); ) {
        Lane lane = lanes.next();
        if (!lane.busy) {
          lanes.remove();
          lane.wanted.remove(urgency);
          lane.busy = true;
          return new Job(lane, urgency);
        }
      }
    }
    return null;
  }

  private void release(Lane lane) {
    lock.lock();
    try {
      lane.busy = false;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private boolean isWaiting(Urgency urgency) {
    lock.lock();
    try {
      return !queue(urgency).isEmpty();
    } finally {
      lock.unlock();
    }
  }

  private Deque<Lane> queue(Urgency urgency) {
    return waiting.getOrDefault(urgency, new ArrayDeque<>());
  }
}
