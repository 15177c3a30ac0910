package org.medicscribe.devstack.cli;

import java.util.HashMap;
import java.util.Map;
import org.medicscribe.devstack.ports.Part;
import org.medicscribe.devstack.ports.PortPlan;
import org.medicscribe.devstack.suite.SuiteFailure;
import picocli.CommandLine.Option;

/** Where the suite is: the same for the command that starts it and for those that use it. */
final class PortFlags {

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

  PortPlan plan(Map<String, String> environment) throws SuiteFailure {
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
