package org.medicscribe.devstack.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.medicscribe.devstack.chaos.RulerVisit;
import org.medicscribe.devstack.process.Footprint;
import org.medicscribe.devstack.service.ServiceId;
import org.medicscribe.devstack.service.ServiceKind;
import org.medicscribe.devstack.suite.Suite;

/** Stops transcription-service, records visits, starts it again, and watches its memory. */
final class BacklogRun {

  private static final ServiceId TRANSCRIPTION = ServiceId.first(ServiceKind.TRANSCRIPTION);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final double MEGABYTE = 1024.0 * 1024.0;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final int SESSIONS = 1_000_000;

  private final Suite suite;
  private final String token;
  private final Path folder;

  /**
   * @param folder for the recordings before they are sent
   */
  BacklogRun(Suite suite, String token, Path folder) {
    this.suite = suite;
    this.token = token;
    this.folder = folder;
  }

  Backlog run(int visits, Duration length) throws Exception {
    suite.stop(TRANSCRIPTION);
    int first = ThreadLocalRandom.current().nextInt(SESSIONS);
    try (HttpClient http = HttpClient.newHttpClient();
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      RulerVisit.Way way =
          new RulerVisit.Way(
              http, suite.url(ServiceId.first(ServiceKind.GATEWAY)), () -> token, folder);
      List<RulerVisit> all = new ArrayList<>();
      List<Future<RulerVisit.Judgement>> judgements = new ArrayList<>();
      for (int i = 0; i < visits; i++) {
        RulerVisit visit = new RulerVisit(way, first + i, length, 1);
        all.add(visit);
        judgements.add(clients.submit(visit));
      }
      while (!all.stream().allMatch(visit -> visit.safeSeconds() >= seconds(length))
          && judgements.stream().noneMatch(Future::isDone)) {
        Thread.sleep(LOOK);
      }
      suite.restart(TRANSCRIPTION);
      long begin = System.nanoTime();
      double resident = 0;
      double used = 0;
      double limit = 0;
      while (!judgements.stream().allMatch(Future::isDone)) {
        Footprint held = suite.footprints().getOrDefault(TRANSCRIPTION.label(), Footprint.NONE);
        resident = Math.max(resident, held.residentBytes() / MEGABYTE);
        String metrics = metrics(http);
        used = Math.max(used, sum(metrics, "memory_budget_used_bytes{") / MEGABYTE);
        limit = Math.max(limit, sum(metrics, "memory_budget_limit_bytes") / MEGABYTE);
        Thread.sleep(LOOK);
      }
      double took = (System.nanoTime() - begin) / NANOS_PER_SECOND;
      List<String> faults = new ArrayList<>();
      int whole = judge(judgements, faults);
      return new Backlog(
          visits,
          seconds(length),
          resident,
          limit,
          used,
          took,
          whole,
          faults,
          suite.unexpectedEnds());
    }
  }

  private static double seconds(Duration length) {
    return length.toMillis() / 1000.0;
  }

  private static int judge(List<Future<RulerVisit.Judgement>> judgements, List<String> faults)
      throws InterruptedException {
    int whole = 0;
    for (Future<RulerVisit.Judgement> judgement : judgements) {
      try {
        RulerVisit.Judgement judged = judgement.get();
        if (judged.isWhole()) {
          whole++;
        } else {
          faults.add(judged.toString());
        }
      } catch (ExecutionException failed) {
        faults.add(String.valueOf(failed.getCause()));
      }
    }
    return whole;
  }

  private String metrics(HttpClient http) throws InterruptedException {
    URI address = suite.url(TRANSCRIPTION).resolve("/q/metrics");
    try {
      return http.send(
              HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException tooBusyToSay) {
      return "";
    }
  }

  /** Over all lines of one metric. */
  private static double sum(String metrics, String name) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
