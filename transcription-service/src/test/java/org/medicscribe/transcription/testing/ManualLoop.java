package org.medicscribe.transcription.testing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.medicscribe.transcription.session.SessionLoop;

/** A loop and a clock that move when the test says so. */
public final class ManualLoop implements SessionLoop {

  private record Alarm(long at, long order, Runnable task) {}

  private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
  private final PriorityQueue<Alarm> alarms =
      new PriorityQueue<>(Comparator.comparingLong(Alarm::at).thenComparingLong(Alarm::order));
  private long now = 1;
  private long order;

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    Alarm alarm = new Alarm(now + delay.toNanos(), order++, task);
    alarms.add(alarm);
    return () -> alarms.remove(alarm);
  }

  @Override
  public Timer afterAbout(Duration delay, Runnable task) {
    return after(delay, task);
  }

  @Override
  public long nanoTime() {
    return now;
  }

  /** Runs what is due now, and what that brings about. */
  public void run() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  /** Lets time pass. */
  public void advance(Duration time) {
    run();
    long until = now + time.toNanos();
    while (!alarms.isEmpty() && alarms.peek().at() <= until) {
      Alarm alarm = alarms.remove();
      now = Math.max(now, alarm.at());
      alarm.task().run();
      run();
    }
    now = until;
  }
}
