package org.medicscribe.suite.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.events.KafkaAccess;
import org.medicscribe.events.Topics;
import org.medicscribe.suite.chart.Reach.Somebody;

/** What can be seen of the chart without a cluster. */
class ChartIT {

  private static final List<String> SERVICES =
      List.of("gateway", "transcription-service", "soap-note-service", "storage-service");
  private static final Map<String, Integer> PORTS =
      Map.of(
          "frontend", 80,
          "gateway", 8000,
          "transcription-service", 8001,
          "soap-note-service", 8002,
          "storage-service", 8003);

  @Test
  void shouldSatisfyLint() {
    assertThat(Chart.lint()).returns(true, Chart.Answer::isContent);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ten", "thousand", "five-thousand"})
  void shouldRenderOnlyWhatTheVendorsKnow(String size) {
    assertThat(Chart.ofSize(size).stream().flatMap(each -> StrictObjects.faultsOf(each).stream()))
        .isEmpty();
  }

  @Test
  void shouldRenderOnlyWhatTheVendorsKnowWithEverythingOn() {
    assertThat(
            Chart.rendered(Chart.EVERYTHING).stream()
                .flatMap(each -> StrictObjects.faultsOf(each).stream()))
        .isEmpty();
  }

  @Test
  void shouldNameAMisspeltPropertyWithItsPath() {
    // Given
    List<JsonNode> objects = Chart.rendered(Chart.EVERYTHING);
    ObjectNode deployment = (ObjectNode) the(objects, "Deployment", "gateway");
    ObjectNode topic = (ObjectNode) the(objects, "KafkaTopic", Topics.AUDIO);
    ObjectNode scaling = (ObjectNode) the(objects, "ScaledObject", "gateway");

    // When
    container(deployment).withObject("/securityContext").put("readOnlyRootFileSystem", true);
    topic.withObject("/spec").put("partition", 12);
    scaling.withObject("/spec").put("maxReplicas", 12);

    // Then
    assertThat(StrictObjects.faultsOf(deployment))
        .singleElement()
        .asString()
        .contains("containers[0].securityContext.readOnlyRootFileSystem: unknown");
    assertThat(StrictObjects.faultsOf(topic))
        .contains("KafkaTopic/encounter-audio.spec.partition: unknown");
    assertThat(StrictObjects.faultsOf(scaling)).singleElement().asString().contains("maxReplicas");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          domain: https://scribe.clinic.test                          | /domain
          domian: scribe.clinic.test                                  | domian
          image: {tag: latest}                                        | /image/tag
          signIn: {issuer: "http://id.clinic.test"}                   | /signIn/issuer
          signIn: {page: {issuer: ""}}                                | /signIn/page
          database: {password: letmein}                               | password
          database: {peers: []}                                       | /database/peers
          gateway: {settings: {JWT_SECRET: letmein}}                  | JWT_SECRET
          secrets: {databaseAuthority: ""}                            | /secrets/databaseAuthority
          secrets: {keys: ""}                                         | /secrets/keys
          secrets: {deepgram: deepgram}                               | /providerEgressAcknowledged
          engines: {openaiUrl: "https://models.test"}                 | /providerEgressAcknowledged
          engines: {deepgramUrl: "ws://api.deepgram.com"}             | /engines/deepgramUrl
          edge: {trustedProxies: 0.0.0.0/0}                           | /edge/trustedProxies
          kafka: {brokers: 2}                                         | /kafka/brokers
          storage: {replicas: 2}                                      | /storage/volume/accessMode
          storage: {resources: {limits: {memory: null}}}              | memory
          storage: {audio: s3, bucket: {name: audio}}                 | /secrets/bucket
          storage: {audioBefore: s3}                                  | /storage/bucket/name
          autoscaling: {enabled: true}                                | /autoscaling/prometheus
          transcription: {max: 13}                                    | a replica without a partition does nothing
          """)
  void shouldRefuse(String values, String because) {
    // When
    Chart.Answer answer = Chart.template(Chart.REQUIRED, values);

    // Then
    assertThat(answer.isContent()).as(answer.words()).isFalse();
    assertThat(answer.words()).contains(because);
  }

  @Test
  void shouldHoldNoSecret() {
    // Given
    List<JsonNode> objects = Chart.rendered(Chart.EVERYTHING);

    // Then
    assertThat(objects).noneMatch(each -> each.path("kind").asText().equals("Secret"));
    assertThat(environment(objects))
        .allSatisfy((name, value) -> {
          // The page's key is public: every browser is given it.
          if (name.matches(".*(PASSWORD|SECRET|TOKEN|_KEY)$")
              && !name.endsWith(" VITE_SUPABASE_ANON_KEY")) {
            assertThat(value.has("value")).as(name).isFalse();
            assertThat(value.at("/valueFrom/secretKeyRef/name").asText())
                .as(name)
                .isIn(
                    Stream.concat(
                            SERVICES.stream(),
                            Stream.of(
                                "medic-scribe-database",
                                "deepgram",
                                "openai",
                                "supabase",
                                "bucket"))
                        .toList());
          }
        });
  }

  /** A setting that production on one host has, and that was forgotten here. */
  @Test
  void shouldSetWhatTheComposeFilesSet() throws IOException {
    // Given
    Set<String> leftToSettings =
        Set.of(
            "CORS_ORIGINS",
            "ENABLE_RATE_LIMITING",
            "RATE_LIMIT_REQUESTS",
            "RATE_LIMIT_WINDOW",
            "MEDIC_SCRIBE_IDENTITY_DEFAULT_ROLE",
            "AUDIT_HEADS_EVERY",
            "TIME_ZONE",
            "OTEL_EXPORTER_OTLP_PROTOCOL",
            "OTEL_TRACES_SAMPLER_ARG");
    List<JsonNode> objects = Chart.rendered(Chart.EVERYTHING);
    JsonNode shared = services("docker-compose.services.yml");
    JsonNode production = services("docker-compose.prod.yml");

    for (String service : PORTS.keySet()) {
      // When
      Set<String> there = new TreeSet<>();
      shared.path(service).path("environment").fieldNames().forEachRemaining(there::add);
      production.path(service).path("environment").fieldNames().forEachRemaining(there::add);
      Set<String> here = new TreeSet<>();
      container(the(objects, "Deployment", service))
          .path("env")
          .forEach(each -> here.add(each.path("name").asText()));

      // Then
      there.removeAll(leftToSettings);
      there.remove("<<");
      // Kafka is signed in to with what Strimzi makes.
      there.removeIf(name -> name.startsWith("KAFKA_"));
      assertThat(here).as(service).containsAll(there);
    }
  }

  @Test
  void shouldLockEveryContainerDown() {
    for (JsonNode deployment : all(Chart.rendered(), "Deployment")) {
      JsonNode pod = deployment.at("/spec/template/spec");
      assertThat(pod.at("/automountServiceAccountToken").asBoolean(true)).isFalse();
      assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
      assertThat(pod.at("/securityContext/runAsUser").asInt()).isPositive();
      assertThat(pod.at("/securityContext/seccompProfile/type").asText())
          .isEqualTo("RuntimeDefault");
      JsonNode container = container(deployment);
      assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
      assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
          .isFalse();
      assertThat(container.at("/securityContext/capabilities/drop/0").asText()).isEqualTo("ALL");
      assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
      assertThat(container.path("readinessProbe").isObject()).isTrue();
      assertThat(container.path("image").asText()).startsWith("registry.clinic.test/");
    }
  }

  /** The same topics as the ones that the services know and the compose files make. */
  @Test
  void shouldMakeTheTopicsOfTheSuite() {
    // When
    List<JsonNode> objects = Chart.rendered();

    // Then
    assertThat(all(objects, "KafkaTopic")).hasSize(Topics.ALL.size());
    for (Topics.Topic topic : Topics.ALL) {
      JsonNode spec = the(objects, "KafkaTopic", topic.name()).path("spec");
      assertThat(spec.path("partitions").asInt()).isEqualTo(topic.partitions());
      assertThat(spec.path("replicas").asInt()).isEqualTo(3);
      assertThat(spec.at("/config/min.insync.replicas").asInt()).isEqualTo(2);
      assertThat(spec.at("/config/retention.ms").asLong()).isEqualTo(topic.retention().toMillis());
      assertThat(spec.at("/config/max.message.bytes").asInt()).isEqualTo(topic.maxMessageBytes());
    }
  }

  /** The same rights as the ones that the suite and the compose files grant. */
  @Test
  void shouldLetEachServiceDoInKafkaWhatTheTableSays() {
    // When
    List<JsonNode> objects = Chart.rendered();
    Set<KafkaAccess.Grant> granted = new HashSet<>();
    for (JsonNode user : all(objects, "KafkaUser")) {
      String client = user.at("/metadata/name").asText();
      for (JsonNode acl : user.at("/spec/authorization/acls")) {
        granted.add(grant(client, acl));
      }
    }

    // Then
    assertThat(granted).containsExactlyInAnyOrderElementsOf(KafkaAccess.ALL);
  }

  /** Groups are named one by one there, and by how they begin in the table. */
  private static KafkaAccess.Grant grant(String client, JsonNode acl) {
    Set<String> operations = new TreeSet<>();
    acl.path("operations").forEach(each -> operations.add(each.asText()));
    operations.remove("Describe");
    assertThat(operations).hasSize(1);
    String name = acl.at("/resource/name").asText();
    boolean isGroup = acl.at("/resource/type").asText().equals("group");
    return new KafkaAccess.Grant(
        client,
        KafkaAccess.Right.valueOf(operations.iterator().next().toUpperCase(Locale.ROOT)),
        isGroup ? KafkaAccess.Resource.GROUP : KafkaAccess.Resource.TOPIC,
        isGroup && name.startsWith(client) ? client : name);
  }

  @Test
  void shouldLetEachServiceSpeakOnlyToWhomItMust() {
    // Given
    List<JsonNode> objects = Chart.rendered();
    Map<String, Somebody> known = new TreeMap<>();
    for (JsonNode deployment : all(objects, "Deployment")) {
      String name = deployment.at("/metadata/name").asText();
      known.put(name, Somebody.pod(name, "scribe", labels(deployment.at("/spec/template"))));
    }
    known.put(
        "kafka",
        Somebody.pod(
            "kafka",
            "scribe",
            Map.of("strimzi.io/cluster", "medic-scribe", "strimzi.io/kind", "Kafka")));
    known.put("database", Somebody.pod("database", "databases", Map.of()));
    known.put("edge", Somebody.pod("edge", "envoy-gateway-system", Map.of()));
    known.put("prometheus", Somebody.pod("prometheus", "monitoring", Map.of()));
    known.put("neighbour", Somebody.pod("neighbour", "scribe", Map.of()));
    known.put("stranger", Somebody.pod("stranger", "shop", Map.of()));
    known.put("internet", Somebody.outside("internet", "203.0.113.7"));
    known.put("metadata of the cloud", Somebody.outside("metadata", "169.254.169.254"));
    Reach reach =
        new Reach(
            all(objects, "NetworkPolicy").stream()
                .map(each -> new ObjectMapper().convertValue(each, NetworkPolicy.class))
                .toList(),
            "scribe");

    // When
    List<String> may = new ArrayList<>();
    for (Somebody from : known.values()) {
      for (Somebody to : known.values()) {
        for (int port : List.of(80, 443, 5432, 8000, 8001, 8002, 8003, 9093)) {
          boolean isOfTheSuite = PORTS.containsKey(from.name()) || PORTS.containsKey(to.name());
          if (isOfTheSuite && from != to && reach.may(from, to, port)) {
            may.add(from.name() + " > " + to.name() + ":" + port);
          }
        }
      }
    }

    // Then
    assertThat(may)
        .containsExactlyInAnyOrder(
            "edge > frontend:80",
            "edge > gateway:8000",
            "gateway > transcription-service:8001",
            "gateway > soap-note-service:8002",
            "gateway > storage-service:8003",
            "gateway > kafka:9093",
            "transcription-service > kafka:9093",
            "soap-note-service > kafka:9093",
            "storage-service > kafka:9093",
            "storage-service > database:5432",
            // The issuer's keys, and the providers.
            "gateway > internet:443",
            "storage-service > internet:443",
            "transcription-service > internet:443",
            "soap-note-service > internet:443",
            "prometheus > gateway:8000",
            "prometheus > transcription-service:8001",
            "prometheus > soap-note-service:8002",
            "prometheus > storage-service:8003");
  }

  private static JsonNode services(String file) throws IOException {
    // Compose files share blocks by anchors, which only a reader of objects follows.
    Object document =
        new org.yaml.snakeyaml.Yaml().load(Files.readString(Chart.PROJECT.resolve(file)));
    return new ObjectMapper().valueToTree(document).path("services");
  }

  private static List<JsonNode> all(List<JsonNode> objects, String kind) {
    return objects.stream().filter(each -> each.path("kind").asText().equals(kind)).toList();
  }

  private static JsonNode the(List<JsonNode> objects, String kind, String name) {
    return all(objects, kind).stream()
        .filter(each -> each.at("/metadata/name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static ObjectNode container(JsonNode deployment) {
    return (ObjectNode) deployment.at("/spec/template/spec/containers/0");
  }

  /** By deployment and name. */
  private static Map<String, JsonNode> environment(List<JsonNode> objects) {
    Map<String, JsonNode> environment = new TreeMap<>();
    for (JsonNode deployment : all(objects, "Deployment")) {
      String name = deployment.at("/metadata/name").asText();
      StreamSupport.stream(container(deployment).path("env").spliterator(), false)
          .forEach(each -> environment.put(name + " " + each.path("name").asText(), each));
    }
    return environment;
  }

  private static Map<String, String> labels(JsonNode template) {
    Map<String, String> labels = new TreeMap<>();
    template
        .at("/metadata/labels")
        .properties()
        .forEach(each -> labels.put(each.getKey(), each.getValue().asText()));
    return labels;
  }
}
