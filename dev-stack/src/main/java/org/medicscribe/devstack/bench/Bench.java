package org.medicscribe.devstack.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.medicscribe.devstack.client.Tokens;
import org.medicscribe.devstack.process.Footprint;
import org.medicscribe.devstack.service.ServiceId;
import org.medicscribe.devstack.service.ServiceKind;
import org.medicscribe.devstack.suite.Suite;

/**
 * Puts ruler sessions on a suite with simulated providers. The load comes from this very process,
 * which also holds the broker: its own share of the CPU is in the figure of {@code dev-stack and
 * kafka}.
 */
public final class Bench {

  private static final double BYTES_PER_MEGABYTE = 1024.0 * 1024.0;
  private static final double MILLIS_PER_SECOND = 1000.0;
  private static final double SECONDS_PER_HOUR = 3600.0;
  private static final int SESSION_RANGE = 10_000_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Suite suite;
  private final HttpClient http;
  private final Duration length;
  private int nextSession = ThreadLocalRandom.current().nextInt(SESSION_RANGE);

  public Bench(Suite suite, HttpClient http, Duration length) {
    this.suite = suite;
    this.http = http;
    this.length = length;
  }

  public BenchRow run(int sessions, Tokens tokens) throws IOException, InterruptedException {
    URI gateway = suite.url(ServiceId.first(ServiceKind.GATEWAY));
    Map<String, Footprint> before = suite.footprints();
    List<SessionTimes> times = new ArrayList<>();
    int failed = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<SessionTimes>> running =
          IntStream.range(0, sessions)
              .mapToObj(i -> new BenchSession(http, gateway, tokens, nextSession + i, length))
              .map(threads::submit)
              .toList();
      nextSession += sessions;
      for (Future<SessionTimes> each : running) {
        try {
          times.add(each.get());
        } catch (ExecutionException e) {
          failed++;
        }
      }
    }
    Map<String, Footprint> after = suite.footprints();
    Map<Integer, ProviderTimes> provider = new LinkedHashMap<>();
    for (SessionTimes session : times) {
      provider.put(session.session(), providerTimes(session.session()));
    }
    return new BenchRow(
        sessions,
        failed,
        over(times, provider, SessionTimes::up),
        over(times, provider, SessionTimes::down),
        Latency.ofNanos(times.stream().flatMapToLong(SessionTimes::acknowledgements)),
        cpu(before, after, sessions),
        memory(after));
  }

  private static Latency over(
      List<SessionTimes> times,
      Map<Integer, ProviderTimes> provider,
      BiFunction<SessionTimes, ProviderTimes, LongStream> measure) {
    return Latency.ofNanos(
        times.stream()
            .flatMapToLong(session -> {
              ProviderTimes there = provider.get(session.session());
              return there == null ? LongStream.empty() : measure.apply(session, there);
            }));
  }

  private ProviderTimes providerTimes(int session) throws IOException, InterruptedException {
    URI address = suite.deepgramSimulator().resolve("/_simulator/arrivals?session=" + session);
    return new ProviderTimes(
        JSON.readTree(
            http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body()));
  }

  private Map<String, Double> cpu(
      Map<String, Footprint> before, Map<String, Footprint> after, int sessions) {
    double audioHours = sessions * (length.toMillis() / MILLIS_PER_SECOND) / SECONDS_PER_HOUR;
    Map<String, Double> cpu = new LinkedHashMap<>();
    after.forEach((name, footprint) -> {
      Duration used = footprint.cpu().minus(before.getOrDefault(name, Footprint.NONE).cpu());
      cpu.put(name, used.toMillis() / MILLIS_PER_SECOND / audioHours);
    });
    return cpu;
  }

  private static Map<String, Double> memory(Map<String, Footprint> footprints) {
    Map<String, Double> memory = new LinkedHashMap<>();
    footprints.forEach(
        (name, footprint) -> memory.put(name, footprint.residentBytes() / BYTES_PER_MEGABYTE));
    return memory;
  }
}
