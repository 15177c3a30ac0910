package org.medicscribe.suite.chart;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who may speak to whom, as Kubernetes reads network policies: a pod that a policy names may do, in
 * that direction, what one of its policies allows, and nothing else.
 */
record Reach(List<NetworkPolicy> policies, String namespace) {

  /** A pod, or, with an address, somebody outside the cluster. */
  record Somebody(
      String name,
      @Nullable String namespace,
      Map<String, String> labels,
      @Nullable String address) {

    static Somebody pod(String name, String namespace, Map<String, String> labels) {
      return new Somebody(name, namespace, labels, null);
    }

    static Somebody outside(String name, String address) {
      return new Somebody(name, null, Map.of(), address);
    }
  }

  boolean may(Somebody from, Somebody to, int port) {
    return leaves(from, to, port) && enters(from, to, port);
  }

  private boolean leaves(Somebody from, Somebody to, int port) {
    List<NetworkPolicy> of = policiesOf(from, "Egress");
    return of.isEmpty()
        || of.stream()
            .flatMap(policy -> policy.getSpec().getEgress().stream())
            .anyMatch(rule -> isOne(to, rule.getTo()) && isAllowed(port, rule.getPorts()));
  }

  private boolean enters(Somebody from, Somebody to, int port) {
    List<NetworkPolicy> of = policiesOf(to, "Ingress");
    return of.isEmpty()
        || of.stream()
            .flatMap(policy -> policy.getSpec().getIngress().stream())
            .anyMatch(rule -> isOne(from, rule.getFrom()) && isAllowed(port, rule.getPorts()));
  }

  private List<NetworkPolicy> policiesOf(Somebody somebody, String direction) {
    Predicate<NetworkPolicy> isTheirs =
        policy ->
            namespace.equals(somebody.namespace())
                && policy.getSpec().getPolicyTypes().contains(direction)
                && has(somebody, policy.getSpec().getPodSelector().getMatchLabels());
    return policies.stream().filter(isTheirs).toList();
  }

  /** No peers mean everybody. */
  private boolean isOne(Somebody somebody, List<NetworkPolicyPeer> peers) {
    return peers.isEmpty() || peers.stream().anyMatch(peer -> is(somebody, peer));
  }

  private boolean is(Somebody somebody, NetworkPolicyPeer peer) {
    if (peer.getIpBlock() != null) {
      String address = somebody.address();
      return address != null
          && isWithin(address, peer.getIpBlock().getCidr())
          && peer.getIpBlock().getExcept().stream().noneMatch(net -> isWithin(address, net));
    }
    if (somebody.namespace() == null) {
      return false;
    }
    boolean isThere =
        peer.getNamespaceSelector() == null
            ? namespace.equals(somebody.namespace())
            : Map.of("kubernetes.io/metadata.name", somebody.namespace())
                .entrySet()
                .containsAll(peer.getNamespaceSelector().getMatchLabels().entrySet());
    return isThere
        && (peer.getPodSelector() == null || has(somebody, peer.getPodSelector().getMatchLabels()));
  }

  private static boolean has(Somebody somebody, Map<String, String> labels) {
    return somebody.labels().entrySet().containsAll(labels.entrySet());
  }

  private static boolean isAllowed(int port, List<NetworkPolicyPort> ports) {
    return ports.isEmpty()
        || ports.stream().anyMatch(each -> each.getPort().getIntVal().equals(port));
  }

  private static boolean isWithin(String address, String network) {
    String[] parts = network.split("/", 2);
    int bits = 32 - Integer.parseInt(parts[1]);
    return bits == 32 || number(address) >>> bits == number(parts[0]) >>> bits;
  }

  private static int number(String address) {
    try {
      return ByteBuffer.wrap(InetAddress.getByName(address).getAddress()).getInt();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(address, e);
    }
  }
}
