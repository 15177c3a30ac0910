package org.medicscribe.devstack.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.medicscribe.devstack.issuer.DevUser;
import org.medicscribe.devstack.issuer.Supabase;
import org.medicscribe.devstack.ports.Part;
import org.medicscribe.devstack.process.Footprint;
import org.medicscribe.devstack.service.ServiceId;
import org.medicscribe.devstack.service.ServiceKind;
import org.medicscribe.devstack.suite.Progress;
import org.medicscribe.devstack.suite.SuiteOptions;

/** What the person at the keyboard reads while the suite starts and once it runs. */
final class Console implements Progress {

  private static final double MILLIS_PER_SECOND = 1000.0;
  private static final double BYTES_PER_MEGABYTE = 1024.0 * 1024.0;

  private final PrintStream out;

  Console(PrintStream out) {
    this.out = out;
  }

  @Override
  public void opened(Path logs) throws IOException {
    LogFile.use(logs.resolve("dev-stack.log"));
  }

  @Override
  public void ready(String part, String address, Duration took) {
    out.printf("  %-24s ready in %s   %s%n", part, seconds(took), address);
  }

  @Override
  public void told(String line) {
    out.println(line);
  }

  void starting(SuiteOptions options) {
    out.printf("Medic Scribe is starting, with its data in %s%n", options.data());
  }

  /**
   * @param engines which serve, if this program may ask
   */
  void running(
      SuiteOptions options,
      Duration took,
      Map<String, String> environment,
      Optional<ServingEngines> engines) {
    out.printf("Medic Scribe is ready in %s.%n", seconds(took).strip());
    String gateway = ServiceId.first(ServiceKind.GATEWAY).url(options.ports());
    if (options.hasPage()) {
      line("page", "http://127.0.0.1:%d".formatted(options.ports().port(Part.PAGE)));
    }
    line("API", gateway + "/api");
    Supabase.of(environment)
        .ifPresentOrElse(
            project -> line("sign-in", project.url() + " (Supabase)"),
            () -> {
              line("sign-in", "http://127.0.0.1:%d".formatted(options.ports().port(Part.ISSUER)));
              line("people", people());
            });
    engines.ifPresent(serving -> {
      line("speech", serving.speech());
      line("notes", serving.notes());
    });
    line("logs", options.data().resolve("logs").toString());
    out.println("Ctrl-C ends everything.");
  }

  void footprints(Map<String, Footprint> footprints) {
    footprints.forEach((name, footprint) ->
        line(
            name,
            "%5.0f MB, %s of processor time"
                .formatted(
                    footprint.residentBytes() / BYTES_PER_MEGABYTE, seconds(footprint.cpu()))));
    double total =
        footprints.values().stream().mapToLong(Footprint::residentBytes).sum() / BYTES_PER_MEGABYTE;
    line("total", "%5.0f MB".formatted(total));
  }

  void stopping() {
    out.println("Stopping ...");
  }

  private void line(String title, String text) {
    out.printf("  %-24s %s%n", title, text);
  }

  private static String people() {
    return Arrays.stream(DevUser.values())
        .map(user -> "%s (%s, %s)".formatted(user.id(), user.fullName(), user.role()))
        .collect(Collectors.joining(", "));
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%5.1f s", time.toMillis() / MILLIS_PER_SECOND);
  }
}
