package org.medicscribe.devstack.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Measures how long it takes until words flow again: at the begin of a trouble it notes how far
 * each visit has spoken, and waits until a word from there has come back. Thread-safe.
 */
final class WordWatch implements AutoCloseable {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
  private static final double NANOS_PER_SECOND = 1e9;

  private record Awaited(String trouble, RulerVisit visit, double seconds, long since) {}

  private final Collection<RulerVisit> visits;
  private final List<Awaited> awaited = new ArrayList<>();
  private final Map<String, List<Double>> waits = new ConcurrentHashMap<>();
  private final Thread thread = Thread.ofVirtual().unstarted(this::run);

  WordWatch(Collection<RulerVisit> visits) {
    this.visits = List.copyOf(visits);
    thread.start();
  }

  /** A trouble begins. */
  void begins(String trouble) {
    long now = System.nanoTime();
    synchronized (awaited) {
      for (RulerVisit visit : visits) {
        if (visit.isSpeaking()) {
          awaited.add(new Awaited(trouble, visit, visit.sentSeconds(), now));
        }
      }
    }
  }

  /** Of one kind of trouble. */
  ChaosReport.Row row(String trouble, int times) {
    double[] seconds =
        waits.getOrDefault(trouble, List.of()).stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(seconds);
    return new ChaosReport.Row(trouble, times, seconds.length, at(seconds, 0.5), at(seconds, 0.99));
  }

  private static double at(double[] sorted, double share) {
    return sorted.length == 0
        ? -1
        : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  private void run() {
    try {
      while (true) {
        look(System.nanoTime());
        Thread.sleep(BETWEEN_LOOKS);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(long now) {
    synchronized (awaited) {
      for (Iterator<Awaited> all = awaited.iterator(); all.hasNext(); ) {
        Awaited each = all.next();
        if (each.visit().heardSeconds() > each.seconds()) {
          all.remove();
          waits
              .computeIfAbsent(each.trouble(), _ -> new CopyOnWriteArrayList<>())
              .add((now - each.since()) / NANOS_PER_SECOND);
        }
      }
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
