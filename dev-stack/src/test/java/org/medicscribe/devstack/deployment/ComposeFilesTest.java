package org.medicscribe.devstack.deployment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What can be seen of a deployment without an engine; the rest is {@code deploy/e2e/run}. */
class ComposeFilesTest {

  private static final Path PROJECT = Path.of("..");
  private static final String SHARED = "docker-compose.services.yml";
  private static final String LOCAL = "docker-compose.local.yml";
  private static final String PRODUCTION = "docker-compose.prod.yml";
  private static final String START_UP = "docker-compose.start-up.yml";
  private static final String EDGE = "medic_scribe_network";
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)");

  /** Names by which the compose files are set that stand for themselves. */
  private static final Set<String> PORTS_OF_THE_WATCHING =
      Set.of("PROMETHEUS_PORT", "ALERTMANAGER_PORT", "GRAFANA_PORT");

  @ParameterizedTest
  @ValueSource(strings = {SHARED, LOCAL, PRODUCTION})
  void shouldPinEveryImage(String file) throws IOException {
    services(file)
        .filter(service -> service.containsKey("image"))
        .forEach(service ->
            assertThat(service.get("image").toString())
                .matches(".*:[^/]+")
                .doesNotEndWith(":latest"));
  }

  @Test
  void shouldPublishOnlyTheWebToOthers() throws IOException {
    // When
    List<String> published =
        services(PRODUCTION)
            .flatMap(service -> list(service, "ports").stream())
            .map(Object::toString)
            .toList();

    // Then
    assertThat(published)
        .filteredOn(port -> !port.startsWith("127.0.0.1:"))
        .containsExactly("${HTTP_PORT:-80}:80", "${HTTPS_PORT:-443}:443");
  }

  @Test
  void shouldLockEveryContainerOfProductionDown() throws IOException {
    services(PRODUCTION)
        .map(ComposeFilesTest::extended)
        .forEach(service -> {
          assertThat(service).containsEntry("read_only", true);
          assertThat(list(service, "cap_drop")).isEqualTo(List.of("ALL"));
          assertThat(list(service, "security_opt")).isEqualTo(List.of("no-new-privileges:true"));
        });
  }

  @Test
  void shouldTellOfEverySettingInTheExample() throws IOException {
    // Given
    Set<String> used = new TreeSet<>();
    for (String file : List.of(SHARED, LOCAL, PRODUCTION)) {
      Matcher variable = VARIABLE.matcher(Files.readString(PROJECT.resolve(file)));
      while (variable.find()) {
        used.add(variable.group(1));
      }
    }
    used.removeAll(PORTS_OF_THE_WATCHING);

    // When
    List<String> told;
    try (Stream<String> lines = Files.lines(PROJECT.resolve(".env.example"))) {
      told = lines.filter(l -> l.matches("[A-Z0-9_]+=.*")).map(l -> l.split("=")[0]).toList();
    }

    // Then
    assertThat(told).doesNotHaveDuplicates().containsAll(used);
  }

  /**
   * Who shares no network cannot speak to each other: nginx reaches neither Kafka nor PostgreSQL.
   */
  @ParameterizedTest
  @ValueSource(strings = {LOCAL, PRODUCTION})
  void shouldGiveEveryContainerItsNetworks(String file) {
    assertThat(byName(file))
        .allSatisfy((name, service) -> {
          Set<String> networks = networks(service);
          switch (name) {
            case "nginx", "api", "frontend", "certbot", "certificate-renewal" ->
                assertThat(networks).containsExactly(EDGE);
            case "gateway" -> assertThat(networks).containsExactly("data", EDGE, "services");
            case "keycloak" -> assertThat(networks).containsExactly(EDGE, "services");
            case "transcription-service", "soap-note-service", "storage-service" ->
                assertThat(networks).containsExactly("data", "services");
            case "kafka", "kafka-topics", "postgres", "backup", "restore" ->
                assertThat(networks).containsExactly("data");
            case "prometheus" -> assertThat(networks).containsExactly("services", "watching");
            case "blackbox-exporter" -> assertThat(networks).containsExactly(EDGE, "watching");
            case "alertmanager", "node-exporter", "grafana" ->
                assertThat(networks).containsExactly("watching");
            case "preflight", "volume-owners", "kafka-keys" -> assertThat(networks).isEmpty();
            default -> throw new AssertionError(name + " is not in the table");
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {LOCAL, PRODUCTION})
  void shouldKeepTheDataFromTheWorld(String file) {
    assertThat(document(file).get("networks"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .extracting("data")
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("internal", true);
  }

  /** A key that two have is nobody's. */
  @Test
  void shouldGiveEachItsOwnKeyToKafka() {
    Set<String> given = new TreeSet<>();
    byName(PRODUCTION)
        .forEach((name, service) ->
            list(service, "secrets").stream()
                .filter(Map.class::isInstance)
                .map(secret -> String.valueOf(((Map<?, ?>) secret).get("source")))
                .filter(source -> source.startsWith("kafka_"))
                .forEach(
                    source -> assertThat(given.add(source)).as(source + " of " + name).isTrue()));

    assertThat(given)
        .containsExactly(
            "kafka_broker_key",
            "kafka_gateway_key",
            "kafka_operator_key",
            "kafka_soap_note_key",
            "kafka_storage_key",
            "kafka_transcription_key");
  }

  /** Who uses a provider's key is named by the service that speaks to the provider. */
  @ParameterizedTest
  @ValueSource(strings = {SHARED, LOCAL, PRODUCTION, START_UP})
  void shouldTellOfAProviderOnlyTheServiceThatUsesIt(String file) {
    byName(file)
        .forEach((name, service) -> {
          if (service.get("environment") instanceof Map<?, ?> environment) {
            assertThat(environment.keySet())
                .map(Object::toString)
                .allSatisfy(variable -> {
                  if (variable.matches("(DEEPGRAM|TRANSCRIPTION_ENGINE).*")) {
                    assertThat(name).isEqualTo("transcription-service");
                  }
                  if (variable.matches("(OPENAI|NOTE_ENGINE).*")) {
                    assertThat(name).isEqualTo("soap-note-service");
                  }
                });
          }
        });
  }

  @Test
  void shouldNameAnEntryOfTheRunbookInEveryAlert() throws IOException {
    // Given
    List<String> entries;
    try (Stream<String> lines = Files.lines(PROJECT.resolve("docs/runbook.md"))) {
      entries =
          lines
              .filter(line -> line.startsWith("## "))
              .map(line -> line.substring(3).toLowerCase(Locale.ROOT).replace(' ', '-'))
              .map("docs/runbook.md#"::concat)
              .toList();
    }

    // When
    List<String> named;
    try (Stream<String> lines = Files.lines(PROJECT.resolve("deploy/monitoring/alerts.yml"))) {
      named =
          lines
              .map(String::strip)
              .filter(line -> line.startsWith("- alert:") || line.startsWith("runbook:"))
              .toList();
    }

    // Then
    for (int i = 0; i < named.size(); i += 2) {
      assertThat(named.get(i)).startsWith("- alert:");
      assertThat(named.get(i + 1).substring("runbook: ".length())).isIn(entries);
    }
  }

  /** A location with a header of its own loses all that the server adds. */
  @ParameterizedTest
  @ValueSource(strings = {"nginx.local.conf", "nginx.prod.conf", "nginx.api.conf", "routes.conf"})
  void shouldAddHeadersInNoLocation(String file) throws IOException {
    Matcher location =
        Pattern.compile("location [^{]*\\{[^}]*}")
            .matcher(Files.readString(PROJECT.resolve("nginx").resolve(file)));
    while (location.find()) {
      assertThat(location.group()).doesNotContain("add_header");
    }
  }

  private static Stream<Map<String, Object>> services(String file) throws IOException {
    Collection<Map<String, Object>> services = byName(file).values();
    assertThat(services).isNotEmpty();
    return services.stream();
  }

  private static Map<String, Object> extended(Map<String, Object> service) {
    return service.get("extends") instanceof Map<?, ?> base
        ? requireNonNull(byName(SHARED).get(String.valueOf(base.get("service"))))
        : service;
  }

  private static List<?> list(Map<String, Object> service, String name) {
    return service.get(name) instanceof List<?> list ? list : List.of();
  }

  private static Set<String> networks(Map<String, Object> service) {
    return switch (service.get("networks")) {
      case List<?> names -> names.stream().map(String::valueOf).collect(sorted());
      case Map<?, ?> byName -> byName.keySet().stream().map(String::valueOf).collect(sorted());
      case null, default -> Set.of();
    };
  }

  private static Collector<String, ?, TreeSet<String>> sorted() {
    return Collectors.toCollection(TreeSet::new);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> byName(String file) {
    return (Map<String, Map<String, Object>>) requireNonNull(document(file).get("services"));
  }

  private static Map<String, Object> document(String file) {
    try (Reader reader = Files.newBufferedReader(PROJECT.resolve(file))) {
      return new Yaml().load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
