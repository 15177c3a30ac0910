package org.medicscribe.devstack.chaos;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.medicscribe.devstack.client.Tokens;
import org.medicscribe.devstack.service.ServiceId;
import org.medicscribe.devstack.service.ServiceKind;
import org.medicscribe.devstack.suite.Suite;

/**
 * Records ruler visits while one part of the suite after the other breaks, and judges them. What
 * breaks when follows from the seed: each kind of trouble as often as the plan says, in random
 * order, at random moments, while others may not be over yet.
 */
public final class Chaos {

  /** Trouble begins when the visits speak, and leaves the last part of them alone. */
  private static final double FIRST = 0.1;

  private static final double LAST = 0.85;

  private static final int LONGEST_OUTAGE_MILLIS = 1_000;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final Suite suite;
  private final ChaosPlan plan;
  private final Path folder;
  private final Path audio;
  private final Tokens tokens;
  private final Consumer<String> progress;

  /**
   * @param folder for the recordings before they are sent
   * @param audio where the suite keeps audio
   * @param progress told in lines what is going on
   */
  public Chaos(
      Suite suite,
      ChaosPlan plan,
      Path folder,
      Path audio,
      Tokens tokens,
      Consumer<String> progress) {
    this.suite = suite;
    this.plan = plan;
    this.folder = folder;
    this.audio = audio;
    this.tokens = tokens;
    this.progress = progress;
  }

  public ChaosReport run() throws Exception {
    URI gateway = suite.url(ServiceId.first(ServiceKind.GATEWAY));
    try (HttpClient http = HttpClient.newHttpClient();
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
        GatewayLink link = new GatewayLink(gateway)) {
      List<RulerVisit> visits = new ArrayList<>();
      List<Future<RulerVisit.Judgement>> judgements = new ArrayList<>();
      RulerVisit.Way way = new RulerVisit.Way(http, link.uri(), tokens, folder);
      int firstSession = new Random(plan.seed()).nextInt(1, 1_000_000);
      for (int i = 0; i < plan.visits(); i++) {
        RulerVisit visit = new RulerVisit(way, firstSession + i, plan.length(), 1);
        visits.add(visit);
        judgements.add(clients.submit(visit));
      }
      List<ChaosReport.Row> rows = new ArrayList<>();
      List<String> faults = new ArrayList<>();
      try (WordWatch watch = new WordWatch(visits)) {
        List<Trouble> troubles = Trouble.all(suite, link, audio);
        while (!visits.stream().allMatch(visit -> visit.safeSeconds() > 0)
            && judgements.stream().noneMatch(Future::isDone)) {
          Thread.sleep(BETWEEN_LOOKS);
        }
        befall(troubles, watch, faults);
        int whole = judge(judgements, faults);
        troubles.forEach(trouble -> rows.add(watch.row(trouble.name(), plan.times())));
        return new ChaosReport(plan, rows, whole, faults, suite.unexpectedEnds());
      }
    }
  }

  private void befall(List<Trouble> kinds, WordWatch watch, List<String> faults)
      throws InterruptedException {
    Random random = new Random(plan.seed());
    List<Trouble> order = new ArrayList<>();
    for (int i = 0; i < plan.times(); i++) {
      order.addAll(kinds);
    }
    Collections.shuffle(order, random);
    long step = Math.round(plan.length().toNanos() * (LAST - FIRST) / order.size());
    long next = System.nanoTime() + Math.round(plan.length().toNanos() * FIRST);
    // One at a time for each whom it befalls, and for different ones as it comes.
    Map<String, ExecutorService> hands = new HashMap<>();
    List<Future<?>> repairs = new ArrayList<>();
    for (Trouble trouble : order) {
      sleepUntil(next + random.nextLong(step));
      next += step;
      Duration outage = Duration.ofMillis(random.nextInt(LONGEST_OUTAGE_MILLIS));
      repairs.add(
          hands
              .computeIfAbsent(trouble.whom(), _ -> Executors.newSingleThreadExecutor())
              .submit(() -> {
                progress.accept(trouble.name());
                watch.begins(trouble.name());
                trouble.begin().run();
                Thread.sleep(outage);
                trouble.end().run();
                return null;
              }));
    }
    for (Future<?> repair : repairs) {
      try {
        repair.get();
      } catch (ExecutionException failed) {
        faults.add("a repair failed: " + failed.getCause());
      }
    }
    hands.values().forEach(ExecutorService::shutdownNow);
  }

  private static int judge(List<Future<RulerVisit.Judgement>> judgements, List<String> faults)
      throws InterruptedException {
    int whole = 0;
    for (int i = 0; i < judgements.size(); i++) {
      try {
        RulerVisit.Judgement judged = judgements.get(i).get();
        if (judged.isWhole()) {
          whole++;
        } else {
          faults.add("visit %d: %s".formatted(i, judged));
        }
      } catch (ExecutionException failed) {
        faults.add("visit %d: %s".formatted(i, failed.getCause()));
      }
    }
    return whole;
  }

  private static void sleepUntil(long nanos) throws InterruptedException {
    Thread.sleep(Duration.ofNanos(Math.max(0, nanos - System.nanoTime())));
  }
}
