package org.medicscribe.devstack.ports;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The port of every part. A further replica of a part listens a hundred ports further on, so that
 * two parts never meet.
 */
public record PortPlan(Map<Part, Integer> ports) {

  private static final int REPLICA_STEP = 100;
  private static final int HIGHEST_PORT = 65535;

  /** Shifted plans stay below the ports that Linux hands out to outgoing connections. */
  private static final int HIGHEST_FREE_OFFSET = 12_000;

  private static final int LOWEST_FREE_OFFSET = 500;
  private static final int TRIES = 200;

  public PortPlan {
    ports = Map.copyOf(ports);
    ports.forEach((part, port) -> {
      if (port < 1 || port > HIGHEST_PORT) {
        throw new IllegalArgumentException(
            "%d is no port (1 to %d): %s".formatted(port, HIGHEST_PORT, part.label()));
      }
    });
  }

  public static PortPlan standard() {
    Map<Part, Integer> ports = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      ports.put(part, part.standardPort());
    }
    return new PortPlan(ports);
  }

  /** A plan whose ports, replicas included, were all free a moment ago, and open to browsers. */
  public static PortPlan free(int replicas) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      int offset = ThreadLocalRandom.current().nextInt(LOWEST_FREE_OFFSET, HIGHEST_FREE_OFFSET + 1);
      PortPlan plan = standard().shifted(offset);
      if (plan.isFree(replicas)) {
        return plan;
      }
    }
    throw new IllegalStateException("no free range of ports found in " + TRIES + " tries");
  }

  public PortPlan shifted(int offset) {
    Map<Part, Integer> shifted = new EnumMap<>(Part.class);
    ports.forEach((part, port) -> shifted.put(part, port + offset));
    return new PortPlan(shifted);
  }

  public PortPlan with(Part part, int port) {
    Map<Part, Integer> changed = new EnumMap<>(ports);
    changed.put(part, port);
    return new PortPlan(changed);
  }

  public int port(Part part) {
    return port(part, 0);
  }

  /** The port of one replica, counted from 0. */
  public int port(Part part, int replica) {
    Integer port = ports.get(part);
    if (port == null) {
      throw new IllegalArgumentException("no port planned for " + part.label());
    }
    return port + replica * REPLICA_STEP;
  }

  private boolean isFree(int replicas) {
    for (Part part : ports.keySet()) {
      for (int replica = 0; replica < replicas; replica++) {
        int port = port(part, replica);
        if (BadPorts.shutOut(part, port) || !PortCheck.isFree(port)) {
          return false;
        }
      }
    }
    return true;
  }
}
