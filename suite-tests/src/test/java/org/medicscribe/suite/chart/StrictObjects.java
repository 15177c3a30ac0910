package org.medicscribe.suite.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPHeaderFilter;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects into their vendors' classes and names what these do not know.
 *
 * <p>The classes keep what they do not know in {@code additionalProperties}; a record here, of the
 * two vendors that have no classes, refuses it.
 */
final class StrictObjects {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<String, Class<?>> KINDS =
      Map.ofEntries(
          Map.entry("Deployment", Deployment.class),
          Map.entry("Service", Service.class),
          Map.entry("PersistentVolumeClaim", PersistentVolumeClaim.class),
          Map.entry("PodDisruptionBudget", PodDisruptionBudget.class),
          Map.entry("NetworkPolicy", NetworkPolicy.class),
          Map.entry("Gateway", Gateway.class),
          Map.entry("HTTPRoute", HTTPRoute.class),
          Map.entry("PodMonitor", PodMonitor.class),
          Map.entry("Kafka", Kafka.class),
          Map.entry("KafkaNodePool", KafkaNodePool.class),
          Map.entry("KafkaTopic", KafkaTopic.class),
          Map.entry("KafkaUser", KafkaUser.class),
          Map.entry("ScaledObject", ScaledObject.class),
          Map.entry("ClientTrafficPolicy", ClientTrafficPolicy.class));

  /** Versions of those that do not say theirs. */
  private static final Map<String, String> VERSIONS =
      Map.of(
          "ScaledObject", "keda.sh/v1alpha1",
          "ClientTrafficPolicy", "gateway.envoyproxy.io/v1alpha1");

  private StrictObjects() {}

  /** As much of KEDA's object as the chart uses, named as in its definition. */
  record ScaledObject(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    record Spec(
        Target scaleTargetRef,
        int minReplicaCount,
        int maxReplicaCount,
        int pollingInterval,
        Fallback fallback,
        Advanced advanced,
        List<Trigger> triggers) {}

    record Target(String name) {}

    record Fallback(int failureThreshold, int replicas) {}

    record Advanced(Autoscaler horizontalPodAutoscalerConfig) {}

    record Autoscaler(HorizontalPodAutoscalerBehavior behavior) {}

    record Trigger(String type, PrometheusQuery metadata) {}

    record PrometheusQuery(String serverAddress, String query, String threshold) {}
  }

  /** As much of Envoy Gateway's policy as the chart uses, named as in its definition. */
  record ClientTrafficPolicy(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    record Spec(List<Target> targetRefs, Headers headers, Tls tls) {}

    record Target(String group, String kind, String name) {}

    record Headers(HTTPHeaderFilter earlyRequestHeaders) {}

    record Tls(String minVersion) {}
  }

  /** What is wrong with it; a name that is not known with its path. */
  static List<String> faultsOf(JsonNode object) {
    String kind = object.path("kind").asText();
    String at = kind + "/" + object.path("metadata").path("name").asText();
    Class<?> type = KINDS.get(kind);
    if (type == null) {
      return List.of(at + ": a kind that nobody knows");
    }
    List<String> faults = new ArrayList<>();
    String version =
        VERSIONS.containsKey(kind)
            ? VERSIONS.get(kind)
            : HasMetadata.getApiVersion(type.asSubclass(HasMetadata.class));
    if (!object.path("apiVersion").asText().equals(version)) {
      faults.add(at + ": apiVersion is " + version);
    }
    try {
      walk(
          JSON.treeToValue(object, type),
          at,
          faults,
          Collections.newSetFromMap(new IdentityHashMap<>()));
    } catch (JsonProcessingException e) {
      faults.add(at + ": " + e.getOriginalMessage() + " " + e.getLocation());
    }
    return faults;
  }

  private static void walk(
      @Nullable Object value, String at, List<String> faults, Set<Object> seen) {
    switch (value) {
      case null -> {}
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          walk(list.get(i), at + "[" + i + "]", faults, seen);
        }
      }
      case Map<?, ?> map ->
          new TreeMap<>(map).forEach((name, each) -> walk(each, at + "." + name, faults, seen));
      case Record known when seen.add(known) -> {
        for (RecordComponent part : known.getClass().getRecordComponents()) {
          walk(asked(part.getAccessor(), known), at + "." + part.getName(), faults, seen);
        }
      }
      default -> {
        if (isOfAVendor(value) && seen.add(value)) {
          walkVendor(value, at, faults, seen);
        }
      }
    }
  }

  private static void walkVendor(Object value, String at, List<String> faults, Set<Object> seen) {
    for (Method getter : value.getClass().getMethods()) {
      if (!getter.getName().startsWith("get") || getter.getParameterCount() > 0) {
        continue;
      }
      if (getter.getName().equals("getAdditionalProperties")) {
        if (asked(getter, value) instanceof Map<?, ?> unknown) {
          unknown.keySet().forEach(name -> faults.add(at + "." + name + ": unknown"));
        }
      } else if (!getter.getName().equals("getClass")) {
        String name = getter.getName().substring(3);
        walk(
            asked(getter, value),
            at + "." + name.substring(0, 1).toLowerCase() + name.substring(1),
            faults,
            seen);
      }
    }
  }

  private static boolean isOfAVendor(Object value) {
    String type = value.getClass().getName();
    return !(value instanceof Enum<?>)
        && (type.startsWith("io.fabric8.") || type.startsWith("io.strimzi."));
  }

  private static @Nullable Object asked(Method getter, Object of) {
    try {
      getter.setAccessible(true);
      return getter.invoke(of);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(getter.toString(), e);
    }
  }
}
