package org.medicscribe.devstack.ports;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds ports that are taken, or of no use, before anything is started. */
public final class PortCheck {

  /** A port that one part is about to listen on. */
  public record Wanted(Part part, int port) {}

  private PortCheck() {}

  /** What stands in the way of these ports, each as a sentence that says what to do. */
  public static List<String> obstacles(Collection<Wanted> wanted) {
    Map<Integer, Part> seen = new HashMap<>();
    return wanted.stream().map(each -> obstacle(each, seen)).flatMap(Optional::stream).toList();
  }

  private static Optional<String> obstacle(Wanted wanted, Map<Integer, Part> seen) {
    String part = wanted.part().label();
    Part other = seen.putIfAbsent(wanted.port(), wanted.part());
    if (other != null) {
      return Optional.of(
          "Port %d is planned for both %s and %s. Give one of them another: --port %s=<port> or %s."
              .formatted(wanted.port(), other.label(), part, part, wanted.part().variable()));
    }
    if (BadPorts.shutOut(wanted.part(), wanted.port())) {
      return Optional.of(
          "Browsers open nothing at port %d, and %s is for them. Choose another: --port %s=<port>, %s, or another --port-offset."
              .formatted(wanted.port(), part, part, wanted.part().variable()));
    }
    if (isFree(wanted.port())) {
      return Optional.empty();
    }
    return Optional.of(
        "Port %d is in use, and %s wants it. End what uses it, or choose another: --port %s=<port>, %s, or --port-offset for all."
            .formatted(wanted.port(), part, part, wanted.part().variable()));
  }

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
