package org.medicscribe.devstack.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.medicscribe.devstack.service.ServiceId;
import org.medicscribe.devstack.service.ServiceKind;
import org.medicscribe.devstack.suite.Suite;
import org.medicscribe.devstack.suite.SuiteOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./scribe dev}: one service in Quarkus dev mode, everything else as in a run. */
@Command(
    name = "dev",
    description = "Runs one service in Quarkus dev mode against everything else.",
    mixinStandardHelpOptions = true)
final class DevCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "<service>",
      description = "gateway, transcription-service, soap-note-service or storage-service.")
  private String service = "";

  @Mixin private SuiteFlags flags = new SuiteFlags();

  @Override
  public Integer call() throws Exception {
    ServiceKind kind = SuiteFlags.service(service);
    SuiteOptions flagged = flags.options();
    Map<ServiceKind, Integer> others = new EnumMap<>(ServiceKind.class);
    for (ServiceKind each : ServiceKind.values()) {
      others.put(each, each == kind ? 0 : flagged.replicas(each));
    }
    SuiteOptions options = flagged.withReplicas(others);
    Console console = new Console(System.out);
    StopSignal stop = StopSignal.listen();
    console.starting(options);
    try (Suite suite = Suite.start(options, console)) {
      Process maven = devMode(kind, suite.environment(ServiceId.first(kind)));
      var _ = stop.received().thenAccept(_ -> maven.destroy());
      return maven.waitFor();
    }
  }

  /** Shares the terminal with Maven, whose dev mode is steered by keys. */
  private static Process devMode(ServiceKind kind, Map<String, String> environment)
      throws Exception {
    Path project = SuiteFlags.project();
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    project.resolve("mvnw").toString(),
                    "--quiet",
                    "--no-transfer-progress",
                    "-pl",
                    kind.module(),
                    "--also-make",
                    "compile",
                    "quarkus:dev",
                    "-Dquarkus.analytics.disabled=true",
                    "-Dspotless.check.skip=true"))
            .directory(project.toFile())
            .inheritIO();
    builder.environment().putAll(environment);
    // Maven's own libraries use what JDK 25 warns about.
    builder
        .environment()
        .merge(
            "MAVEN_OPTS", "--sun-misc-unsafe-memory-access=allow", (own, more) -> own + " " + more);
    return builder.start();
  }
}
