package org.medicscribe.suite.chart;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The chart of this project, rendered by helm as an operator's machine would. */
final class Chart {

  /** A key that is written twice is an error, where YAML would take the last one. */
  static final ObjectMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  static final Path PROJECT =
      Path.of(System.getProperty("scribe.project", "..")).toAbsolutePath().normalize();
  static final Path FOLDER = PROJECT.resolve("deploy/kubernetes");

  /** What an operator has to say, and nothing else. */
  static final String REQUIRED =
      """
      domain: scribe.clinic.test
      image: {repository: registry.clinic.test/medic-scribe}
      signIn:
        issuer: https://id.clinic.test/realms/medic
        page: {issuer: https://id.clinic.test/realms/medic}
      database:
        address: database-rw.databases:5432/medic_scribe
        peers: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: databases}}}]
      edge: {trustedProxies: 10.244.0.0/16}
      secrets: {databaseAuthority: database-ca}
      """;

  /** All that can be turned on. */
  static final String EVERYTHING =
      """
      secrets: {deepgram: deepgram, openai: openai, jwt: supabase, bucket: bucket}
      providerEgressAcknowledged: "yes"
      image: {pullSecrets: [registry]}
      engines: {openaiUrl: "https://models.clinic.test"}
      edge: {annotations: {cert-manager.io/cluster-issuer: letsencrypt}}
      kafka: {storage: {class: fast}}
      storage:
        replicas: 2
        volume: {class: shared, accessMode: ReadWriteMany}
        audio: s3
        audioBefore: volume
        bucket: {name: audio, endpoint: "https://s3.clinic.test", pathStyle: true}
      gateway: {settings: {RATE_LIMIT_REQUESTS: "200"}}
      autoscaling: {enabled: true, prometheus: "http://prometheus.monitoring:9090"}
      monitoring:
        podMonitor: true
        traces: http://collector.monitoring:4317
        tracesPeers: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}}]
      networkPolicies:
        issuer: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: identity}}}]
        issuerPort: 8443
        bucket: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: objects}}}]
        drafter: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: models}}}]
      """;

  private Chart() {}

  /** What helm said, and whether it was content. */
  record Answer(boolean isContent, String words) {}

  /** The size's values, then what is required, then the others. */
  static List<JsonNode> ofSize(String size, String... values) {
    List<String> all = new ArrayList<>(List.of(REQUIRED));
    all.addAll(List.of(values));
    return objects(helm("template", List.of(FOLDER.resolve("sizes/" + size + ".yaml")), all));
  }

  static List<JsonNode> rendered(String... values) {
    List<String> all = new ArrayList<>(List.of(REQUIRED));
    all.addAll(List.of(values));
    return objects(helm("template", List.of(), all));
  }

  private static List<JsonNode> objects(Answer answer) {
    if (!answer.isContent()) {
      throw new AssertionError(answer.words());
    }
    try (JsonParser parser = YAML.createParser(answer.words())) {
      return YAML.readValues(parser, JsonNode.class).readAll().stream()
          .filter(node -> !node.isNull() && !node.isMissingNode() && !node.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Answer lint() {
    return helm("lint", List.of(), List.of(REQUIRED));
  }

  static Answer template(String... values) {
    return helm("template", List.of(), List.of(values));
  }

  private static Answer helm(String command, List<Path> files, List<String> values) {
    List<Path> written = new ArrayList<>();
    try {
      List<String> line = new ArrayList<>(List.of(FOLDER.resolve("helm").toString(), command));
      if (command.equals("template")) {
        line.add("medic-scribe");
      }
      line.add(FOLDER.toString());
      if (command.equals("lint")) {
        line.add("--strict");
      }
      for (String text : values) {
        written.add(Files.writeString(Files.createTempFile("values", ".yaml"), text));
      }
      Stream.concat(files.stream(), written.stream())
          .forEach(file -> line.addAll(List.of("--values", file.toString())));
      Path output = Files.createTempFile("helm", ".txt");
      written.add(output);
      ProcessBuilder builder =
          new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      int code = builder.start().waitFor();
      return new Answer(code == 0, Files.readString(output, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      written.forEach(file -> file.toFile().delete());
    }
  }
}
