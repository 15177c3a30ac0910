package org.medicscribe.devstack.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
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
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.medicscribe.devstack.client.Api;
import org.medicscribe.devstack.client.VisitFailure;

/**
 * Records as many visits at once as it is told, on one event loop, and measures them. Before that
 * it rehearses with the provider alone, since neither of the two is what is measured, prints {@link
 * #REHEARSED} and waits for a word on its standard input. Prints {@link #MEASURING} and {@link
 * #MEASURED} when the measured stretch begins and ends, so that whoever started it can read the
 * clocks of the processes then, and at last {@link #FIGURES}, followed by its {@link LoadFigures}
 * as JSON. Ends when its standard input does.
 */
public final class LoadGenerator {

  public static final String REHEARSED = "rehearsed";
  public static final String MEASURING = "measuring";
  public static final String MEASURED = "measured";
  public static final String FIGURES = "figures ";

  private static final System.Logger LOG = System.getLogger(LoadGenerator.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration REHEARSAL = Duration.ofSeconds(5);

  /** What a person begins to notice. */
  private static final Duration SLOW = Duration.ofMillis(250);

  private static final Duration RUN_UP = Duration.ofMillis(200);

  /** What a recogniser hears until it settles, at most. */
  private static final Duration FINAL = Duration.ofSeconds(3);

  private static final Duration LAST_WORDS_PAUSE = Duration.ofMillis(50);
  private static final int LAST_WORDS_LOOKS = 100;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LoadOptions options;
  private final HttpClient http;
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

  private LoadGenerator(LoadOptions options, HttpClient http) {
    this.options = options;
    this.http = http;
  }

  public static void main(String[] arguments) {
    CompletableFuture<Void> begin = Lifeline.attach();
    int exitCode = 1;
    try (HttpClient http = HttpClient.newHttpClient()) {
      LoadGenerator generator = new LoadGenerator(LoadOptions.parse(arguments), http);
      generator.rehearse();
      say(REHEARSED);
      begin.join();
      say(FIGURES + JSON.writeValueAsString(generator.run()));
      exitCode = 0;
    } catch (Exception failure) {
      LOG.log(System.Logger.Level.ERROR, "the load broke off", failure);
    }
    System.exit(exitCode);
  }

  private void rehearse() throws Exception {
    List<LoadSession> sessions = new ArrayList<>();
    for (int i = 0; i < options.sessions(); i++) {
      sessions.add(
          session(new ProviderLink(options.simulator()), options.sessions() + i, REHEARSAL));
    }
    connect(sessions);
    CompletableFuture.allOf(speak(sessions).toArray(CompletableFuture<?>[]::new))
        .get(REHEARSAL.plus(PATIENCE).toSeconds(), TimeUnit.SECONDS);
  }

  private LoadFigures run() throws Exception {
    List<LoadSession> sessions = new ArrayList<>();
    for (int i = 0; i < options.sessions(); i++) {
      sessions.add(session(link(), i, options.settle().plus(options.measured())));
    }
    connect(sessions);
    long begin = System.nanoTime() + RUN_UP.toNanos();
    List<CompletableFuture<SessionTimes>> running = speak(sessions);
    Window window =
        new Window(
            begin + options.settle().toNanos(),
            begin + options.settle().plus(options.measured()).toNanos());
    sayAt(window.from(), MEASURING);
    sayAt(window.until(), MEASURED);
    return figures(window, running);
  }

  /**
   * Microphones that know nothing of each other: their frames are spread evenly over the length of
   * a frame, and their words over that of a final. Who begins when nobody has settled begins at
   * once.
   */
  private long beginMillis(int session) {
    long frames =
        Math.min(FINAL.toMillis(), options.settle().toMillis()) / LoadSession.FRAME_MILLIS;
    long wholeFrames = session * frames / options.sessions();
    return wholeFrames * LoadSession.FRAME_MILLIS
        + (long) session * LoadSession.FRAME_MILLIS / options.sessions();
  }

  private static void sayAt(long nanos, String mark) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(nanos - System.nanoTime());
    say(mark);
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  private LoadSession session(Link link, int number, Duration length) {
    return new LoadSession(
        vertx,
        link,
        options.firstSession() + number,
        Math.toIntExact(length.toMillis() / LoadSession.FRAME_MILLIS));
  }

  private void connect(List<LoadSession> sessions) throws Exception {
    WebSocketClient client =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setMaxConnections(options.sessions())
                .setMaxFrameSize(1 << 20)
                .setMaxMessageSize(1 << 20));
    List<CompletableFuture<Void>> ready = new ArrayList<>();
    CompletableFuture<Void> dialled = new CompletableFuture<>();
    vertx.runOnContext(_ -> {
      sessions.forEach(session -> ready.add(session.connect(client)));
      dialled.complete(null);
    });
    dialled.join();
    // Who is refused has ended, which tells; the others go on.
    CompletableFuture.allOf(ready.toArray(CompletableFuture<?>[]::new))
        .handle((_, refused) -> refused == null)
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  private List<CompletableFuture<SessionTimes>> speak(List<LoadSession> sessions) {
    List<CompletableFuture<SessionTimes>> running = new ArrayList<>();
    CompletableFuture<Void> started = new CompletableFuture<>();
    vertx.runOnContext(_ -> {
      for (int i = 0; i < sessions.size(); i++) {
        running.add(sessions.get(i).speak(RUN_UP.toMillis() + beginMillis(i)));
      }
      started.complete(null);
    });
    started.join();
    return running;
  }

  private Link link() throws VisitFailure, InterruptedException {
    String token = options.token();
    if (token == null) {
      return new ProviderLink(options.target());
    }
    Api api = new Api(http, options.target(), () -> token);
    String encounter = api.create("Ruler", "en", List.of());
    api.consent(encounter, "on-file");
    return new GatewayLink(options.target(), token, encounter);
  }

  private LoadFigures figures(Window window, List<CompletableFuture<SessionTimes>> running)
      throws IOException, InterruptedException {
    Map<SessionTimes, ProviderTimes> whole = new LinkedHashMap<>();
    List<String> failures = new ArrayList<>();
    for (CompletableFuture<SessionTimes> each : running) {
      try {
        SessionTimes times = each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        ProviderTimes provider = providerTimes(times.session());
        // The end is confirmed when all is safe, which may be before the provider has heard it.
        for (int i = 0; times.lost(provider) > 0 && i < LAST_WORDS_LOOKS; i++) {
          Thread.sleep(LAST_WORDS_PAUSE);
          provider = providerTimes(times.session());
        }
        if (times.lost(provider) > 0) {
          failures.add("the provider did not hear all");
        }
        whole.put(times, provider);
      } catch (ExecutionException e) {
        Throwable told = e.getCause();
        failures.add(told == null ? "unknown" : String.valueOf(told.getMessage()));
      } catch (TimeoutException e) {
        failures.add("the end was never confirmed");
      }
    }
    return new LoadFigures(
        failures.size(),
        failures.stream()
            .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting())),
        lastSlow(whole),
        over(whole, (times, provider) -> times.up(provider, window)),
        over(whole, (times, provider) -> times.down(provider, window)),
        over(whole, (times, provider) -> times.acknowledgements(window)),
        over(whole, (times, provider) -> times.late(window)));
  }

  private static long lastSlow(Map<SessionTimes, ProviderTimes> whole) {
    return whole.entrySet().stream()
        .mapToLong(each -> each.getKey().lastSlow(each.getValue(), SLOW.toNanos()))
        .max()
        .orElse(0);
  }

  private interface Measure {
    LongStream of(SessionTimes times, ProviderTimes provider);
  }

  private static Latency over(Map<SessionTimes, ProviderTimes> whole, Measure measure) {
    return Latency.ofNanos(
        whole.entrySet().stream()
            .flatMapToLong(each -> measure.of(each.getKey(), each.getValue())));
  }

  private ProviderTimes providerTimes(int session) throws IOException, InterruptedException {
    URI address = options.simulator().resolve("/_simulator/arrivals?session=" + session);
    return new ProviderTimes(
        JSON.readTree(
            http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body()));
  }
}
