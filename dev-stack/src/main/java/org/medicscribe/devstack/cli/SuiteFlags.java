package org.medicscribe.devstack.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.medicscribe.devstack.broker.EmbeddedKafka;
import org.medicscribe.devstack.issuer.Supabase;
import org.medicscribe.devstack.service.Engines;
import org.medicscribe.devstack.service.ServiceKind;
import org.medicscribe.devstack.suite.SuiteFailure;
import org.medicscribe.devstack.suite.SuiteOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that starts the suite. */
final class SuiteFlags {

  /** Set by the launcher: the root of the source tree. */
  private static final String PROJECT = "scribe.project";

  private static final String SHARING =
      "; up to " + EmbeddedKafka.MOST_PARTITIONS + " share the work.";

  @Option(
      names = "--data",
      paramLabel = "<folder>",
      defaultValue = "${env:SCRIBE_DATA}",
      description = "Where records, audio, notes and logs are kept (SCRIBE_DATA; .scribe/data).")
  private @Nullable Path data;

  @Option(names = "--fresh", description = "Clear the data folder first.")
  private boolean fresh;

  @Mixin private PortFlags ports = new PortFlags();

  @Option(
      names = "--simulators",
      description =
          "Use the provider simulators instead of Deepgram, OpenAI or the embedded engines.")
  private boolean simulators;

  @Option(
      names = "--gateways",
      paramLabel = "<n>",
      defaultValue = "1",
      description = "Replicas of the gateway.")
  private int gateways;

  @Option(
      names = "--transcription",
      paramLabel = "<n>",
      defaultValue = "1",
      description = "Replicas of transcription-service" + SHARING)
  private int transcription;

  @Option(
      names = "--soap-note",
      paramLabel = "<n>",
      defaultValue = "1",
      description = "Replicas of soap-note-service" + SHARING)
  private int soapNote;

  @Option(
      names = "--storage",
      paramLabel = "<n>",
      defaultValue = "1",
      description = "Replicas of storage-service" + SHARING)
  private int storage;

  @Option(
      names = "--without",
      paramLabel = "<service>",
      description =
          "Leave a service out, because it is started elsewhere on the same port, as by"
              + " ./mvnw -pl <service> quarkus:dev. May be given several times.")
  private List<String> without = List.of();

  SuiteOptions options() throws SuiteFailure {
    Path project = project();
    Map<ServiceKind, Integer> replicas = new EnumMap<>(ServiceKind.class);
    replicas.put(ServiceKind.GATEWAY, gateways);
    replicas.put(ServiceKind.TRANSCRIPTION, transcription);
    replicas.put(ServiceKind.SOAP_NOTE, soapNote);
    replicas.put(ServiceKind.STORAGE, storage);
    for (String each : without) {
      replicas.put(service(each), 0);
    }
    return SuiteOptions.of(project, data == null ? project.resolve(".scribe/data") : data)
        .withFresh(fresh)
        .withPorts(ports.plan(System.getenv()))
        .withReplicas(replicas)
        .withEnvironment(
            Supabase.of(System.getenv())
                .map(signIn -> signIn.environment(System.getenv()))
                .orElse(Map.of()))
        .withEngines(simulators ? Engines.SIMULATED : Engines.FROM_ENVIRONMENT);
  }

  /** The service of a name as people type it. */
  static ServiceKind service(String name) throws SuiteFailure {
    return ServiceKind.ofModule(name)
        .orElseThrow(() ->
            new SuiteFailure(
                "There is no service called %s: gateway, transcription-service, soap-note-service or storage-service."
                    .formatted(name)));
  }

  static Path project() {
    return Path.of(System.getProperty(PROJECT, ".")).toAbsolutePath().normalize();
  }
}
