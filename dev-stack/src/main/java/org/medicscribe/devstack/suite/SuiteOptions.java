package org.medicscribe.devstack.suite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.medicscribe.devstack.ports.Part;
import org.medicscribe.devstack.ports.PortCheck;
import org.medicscribe.devstack.ports.PortPlan;
import org.medicscribe.devstack.service.Engines;
import org.medicscribe.devstack.service.ServiceId;
import org.medicscribe.devstack.service.ServiceKind;

/**
 * How a suite is to be started.
 *
 * @param project the root of the source tree, where the built services lie
 * @param cache what may be kept between runs whatever their data: unpacked programs, AOT caches
 * @param replicas how many of each service; none is allowed, for a service that runs elsewhere
 * @param environment given to every service on top of what the suite sets
 * @param tokenValidity how long a token of the local issuer is good
 * @param training whether this run makes the caches for the quick start of later ones
 * @param brokerApart whether Kafka gets a process of its own, so that it can be killed
 */
public record SuiteOptions(
    Path project,
    Path data,
    Path cache,
    boolean fresh,
    PortPlan ports,
    Map<ServiceKind, Integer> replicas,
    Engines engines,
    Map<String, String> environment,
    Duration tokenValidity,
    boolean training,
    boolean brokerApart) {

  private static final Duration STANDARD_TOKEN_VALIDITY = Duration.ofHours(1);

  public SuiteOptions {
    replicas = Map.copyOf(replicas);
    environment = Map.copyOf(environment);
  }

  public static SuiteOptions of(Path project, Path data) {
    return new SuiteOptions(
        project,
        data,
        project.resolve(".scribe/cache"),
        false,
        PortPlan.standard(),
        Map.of(),
        Engines.FROM_ENVIRONMENT,
        Map.of(),
        STANDARD_TOKEN_VALIDITY,
        false,
        false);
  }

  public SuiteOptions withFresh(boolean value) {
    return new SuiteOptions(
        project,
        data,
        cache,
        value,
        ports,
        replicas,
        engines,
        environment,
        tokenValidity,
        training,
        brokerApart);
  }

  public SuiteOptions withPorts(PortPlan value) {
    return new SuiteOptions(
        project,
        data,
        cache,
        fresh,
        value,
        replicas,
        engines,
        environment,
        tokenValidity,
        training,
        brokerApart);
  }

  public SuiteOptions withReplicas(Map<ServiceKind, Integer> value) {
    return new SuiteOptions(
        project,
        data,
        cache,
        fresh,
        ports,
        value,
        engines,
        environment,
        tokenValidity,
        training,
        brokerApart);
  }

  public SuiteOptions withEngines(Engines value) {
    return new SuiteOptions(
        project,
        data,
        cache,
        fresh,
        ports,
        replicas,
        value,
        environment,
        tokenValidity,
        training,
        brokerApart);
  }

  public SuiteOptions withEnvironment(Map<String, String> value) {
    return new SuiteOptions(
        project,
        data,
        cache,
        fresh,
        ports,
        replicas,
        engines,
        value,
        tokenValidity,
        training,
        brokerApart);
  }

  public SuiteOptions withTokenValidity(Duration value) {
    return new SuiteOptions(
        project,
        data,
        cache,
        fresh,
        ports,
        replicas,
        engines,
        environment,
        value,
        training,
        brokerApart);
  }

  public SuiteOptions withTraining(boolean value) {
    return new SuiteOptions(
        project,
        data,
        cache,
        fresh,
        ports,
        replicas,
        engines,
        environment,
        tokenValidity,
        value,
        brokerApart);
  }

  public SuiteOptions withBrokerApart(boolean value) {
    return new SuiteOptions(
        project,
        data,
        cache,
        fresh,
        ports,
        replicas,
        engines,
        environment,
        tokenValidity,
        training,
        value);
  }

  public int replicas(ServiceKind kind) {
    return replicas.getOrDefault(kind, 1);
  }

  public List<ServiceId> services() {
    return Stream.of(ServiceKind.values())
        .flatMap(kind ->
            IntStream.range(0, replicas(kind)).mapToObj(replica -> new ServiceId(kind, replica)))
        .toList();
  }

  /** The folder that the page was built into. */
  public Path page() {
    return project.resolve("frontend/dist");
  }

  /** Whether there is a page to serve: services are tested without one. */
  public boolean hasPage() {
    return Files.exists(page().resolve("index.html"));
  }

  /** Every port that this suite is going to listen on. */
  public List<PortCheck.Wanted> wantedPorts() {
    List<Part> parts =
        new ArrayList<>(List.of(Part.KAFKA, Part.KAFKA_CONTROLLER, Part.POSTGRESQL, Part.ISSUER));
    if (hasPage()) {
      parts.add(Part.PAGE);
    }
    if (engines == Engines.SIMULATED) {
      parts.add(Part.DEEPGRAM_SIMULATOR);
      parts.add(Part.OPENAI_SIMULATOR);
    }
    return Stream.concat(
            parts.stream().map(part -> new PortCheck.Wanted(part, ports.port(part))),
            services().stream()
                .map(service ->
                    new PortCheck.Wanted(
                        service.kind().part(),
                        ports.port(service.kind().part(), service.replica()))))
        .toList();
  }
}
