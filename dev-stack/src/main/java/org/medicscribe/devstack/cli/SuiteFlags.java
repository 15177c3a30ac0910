package org.medicscribe.devstack.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.medicscribe.devstack.ports.Part;
import org.medicscribe.devstack.ports.PortPlan;
import org.medicscribe.devstack.service.Engines;
import org.medicscribe.devstack.service.ServiceKind;
import org.medicscribe.devstack.suite.SuiteFailure;
import org.medicscribe.devstack.suite.SuiteOptions;
import picocli.CommandLine.Option;

/** The options of every command that starts the suite. */
final class SuiteFlags {

  /** Set by the launcher: the root of the source tree. */
  private static final String PROJECT = "scribe.project";

  @Option(
      names = "--data",
      paramLabel = "<folder>",
      defaultValue = "${env:SCRIBE_DATA}",
      description = "Where records, audio, notes and logs are kept (SCRIBE_DATA; .scribe/data).")
  private @Nullable Path data;

  @Option(names = "--fresh", description = "Clear the data folder first.")
  private boolean fresh;

  @Option(
      names = "--port",
      paramLabel = "<part>=<port>",
      description =
          "The port of one part, for example gateway=9000 (SCRIBE_GATEWAY_PORT). Parts: gateway, transcription, soap-note, storage, issuer, page, postgresql, kafka, kafka-controller, deepgram-simulator, openai-simulator.")
  private final Map<String, Integer> ports = new HashMap<>();

  @Option(
      names = "--port-offset",
      paramLabel = "<n>",
      defaultValue = "${env:SCRIBE_PORT_OFFSET:-0}",
      description = "Add n to every standard port (SCRIBE_PORT_OFFSET).")
  private int portOffset;

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
      description = "Replicas of transcription-service.")
  private int transcription;

  @Option(
      names = "--soap-note",
      paramLabel = "<n>",
      defaultValue = "1",
      description = "Replicas of soap-note-service.")
  private int soapNote;

  @Option(
      names = "--storage",
      paramLabel = "<n>",
      defaultValue = "1",
      description = "Replicas of storage-service.")
  private int storage;

  SuiteOptions options() throws SuiteFailure {
    Path project = project();
    Map<ServiceKind, Integer> replicas = new EnumMap<>(ServiceKind.class);
    replicas.put(ServiceKind.GATEWAY, gateways);
    replicas.put(ServiceKind.TRANSCRIPTION, transcription);
    replicas.put(ServiceKind.SOAP_NOTE, soapNote);
    replicas.put(ServiceKind.STORAGE, storage);
    return SuiteOptions.of(project, data == null ? project.resolve(".scribe/data") : data)
        .withFresh(fresh)
        .withPorts(portPlan(System.getenv()))
        .withReplicas(replicas)
        .withEngines(simulators ? Engines.SIMULATED : Engines.FROM_ENVIRONMENT);
  }

  static Path project() {
    return Path.of(System.getProperty(PROJECT, ".")).toAbsolutePath().normalize();
  }

  private PortPlan portPlan(Map<String, String> environment) throws SuiteFailure {
    try {
      PortPlan plan = PortPlan.standard().shifted(portOffset);
      for (Part part : Part.values()) {
        String named = environment.get(part.variable());
        if (named != null && !named.isBlank()) {
          plan = plan.with(part, Integer.parseInt(named.strip()));
        }
      }
      for (Map.Entry<String, Integer> port : ports.entrySet()) {
        plan = plan.with(part(port.getKey()), port.getValue());
      }
      return plan;
    } catch (NumberFormatException e) {
      throw new SuiteFailure("A port is a number between 1 and 65535: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new SuiteFailure(String.valueOf(e.getMessage()), e);
    }
  }

  private static Part part(String label) {
    for (Part part : Part.values()) {
      if (part.label().equals(label)) {
        return part;
      }
    }
    throw new IllegalArgumentException(
        "There is no part called %s; ./scribe help run names them.".formatted(label));
  }
}
