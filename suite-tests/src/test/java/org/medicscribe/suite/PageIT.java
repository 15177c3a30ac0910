package org.medicscribe.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medicscribe.devstack.chaos.GatewayLink;
import org.medicscribe.devstack.issuer.Supabase;
import org.medicscribe.devstack.page.PageServer;
import org.medicscribe.devstack.page.PageSettings;
import org.medicscribe.devstack.ports.Part;
import org.medicscribe.devstack.service.Engines;
import org.medicscribe.devstack.service.ServiceId;
import org.medicscribe.devstack.service.ServiceKind;
import org.medicscribe.devstack.suite.Suite;
import org.medicscribe.devstack.suite.SuiteOptions;

/**
 * The page in a real browser against the suite. What is clicked and expected stands in {@code
 * frontend/e2e}; here is what a browser cannot do: make ruler recordings, kill the gateway, take
 * the network away.
 */
class PageIT {

  private static final Duration LIMIT = Duration.ofMinutes(15);
  private static final int RULERS = 8;
  private static final Duration RULER_LENGTH = Duration.ofSeconds(40);

  /** Further pages listen where further replicas of the first would; so does a second sign-in. */
  private static final int REPLICA_STEP = 100;

  /** The suite's own, the one behind a link, the one that signs in by Supabase Auth. */
  private static final int PAGES = 3;

  private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

  @TempDir static Path folder;

  /** What a step of a browser test may order. */
  private interface Order {
    void carryOut() throws Exception;
  }

  @Test
  void shouldRecordWriteAndSignInABrowserWhateverBreaksMeanwhile() throws Exception {
    Path project = TestSuite.project();
    assertThat(project.resolve("frontend/dist/index.html"))
        .as("the page, which ./scribe test builds first")
        .exists();
    Path log = project.resolve("suite-tests/target/browser-tests.log");
    for (int session = 1; session <= RULERS; session++) {
      RulerWav.write(folder.resolve("ruler-%d.wav".formatted(session)), session, RULER_LENGTH);
    }
    ServiceId gateway = ServiceId.first(ServiceKind.GATEWAY);
    try (Suite suite = TestSuite.start(PageIT::withAllPages, folder)) {
      URI issuer = URI.create(suite.issuer());
      // The browser tests stand in for it; its tokens are those of the suite's issuer.
      Supabase supabase = new Supabase(replica(issuer, 1), "anon-key");
      URI linkedPage = replica(suite.page(), 1);
      URI supabasePage = replica(suite.page(), 2);
      try (GatewayLink link = new GatewayLink(suite.url(gateway));
          PageServer _ = page(linkedPage, new PageSettings(link.uri(), issuer));
          PageServer _ = page(supabasePage, new PageSettings(suite.url(gateway), supabase));
          Control control = new Control()) {
        control.on("kill-gateway", () -> suite.kill(gateway));
        control.on("restart-gateway", () -> suite.restart(gateway));
        control.on(
            "offline",
            () -> {
              link.leadTo(NOWHERE);
              link.cut();
            });
        control.on("online", () -> link.leadTo(suite.url(gateway)));

        assertThat(
                browserTests(
                    log,
                    Map.of(
                        "PAGE_URL", suite.page().toString(),
                        "CONTROL_URL", control.uri().toString(),
                        "LINKED_PAGE_URL", linkedPage.toString(),
                        "SUPABASE_PAGE_URL", supabasePage.toString(),
                        "SUPABASE_URL", supabase.url().toString(),
                        "ISSUER_URL", suite.issuer(),
                        "GATEWAY_URL", suite.url(gateway).toString(),
                        "RULERS", folder.toString())))
            .as(() -> contentOf(log.toFile()))
            .isZero();
      }
    }
  }

  private static SuiteOptions withAllPages(SuiteOptions options) {
    Map<String, String> environment = new HashMap<>(options.environment());
    environment.put(
        "CORS_ORIGINS",
        IntStream.range(0, PAGES)
            .mapToObj(page -> address(options.ports().port(Part.PAGE, page)))
            .collect(Collectors.joining(",")));
    // What was kept through an outage is sent within the patience of a test.
    environment.put("GATEWAY_SOCKET_PACE", "20");
    return options.withEngines(Engines.SIMULATED).withEnvironment(environment);
  }

  private static PageServer page(URI address, PageSettings settings) throws Exception {
    Path project = TestSuite.project();
    return PageServer.start(
        address.getPort(), project.resolve("frontend/dist"), project.resolve("samples"), settings);
  }

  private static URI replica(URI first, int replica) {
    return URI.create(address(first.getPort() + replica * REPLICA_STEP));
  }

  private static String address(int port) {
    return "http://127.0.0.1:" + port;
  }

  /** The exit code; what was found stands in {@code log}, since the build listens on our output. */
  private static int browserTests(Path log, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of("npm", "run", "e2e"))
            .directory(TestSuite.project().resolve("frontend").toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError("the browser tests took longer than " + LIMIT.toMinutes() + " min");
    }
    return process.exitValue();
  }

  /** Takes orders by HTTP; answers when they are carried out. */
  private static final class Control implements AutoCloseable {

    private final HttpServer server;

    Control() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.start();
    }

    URI uri() {
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void on(String name, Order order) {
      server.createContext(
          "/" + name,
          exchange -> {
            int status = 204;
            try {
              order.carryOut();
            } catch (Exception e) {
              status = 500;
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
          });
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
