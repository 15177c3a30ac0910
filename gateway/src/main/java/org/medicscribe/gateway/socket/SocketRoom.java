package org.medicscribe.gateway.socket;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.medicscribe.gateway.memory.GatewayMemory;
import org.medicscribe.memory.Share;

/** Makes the places of this installation: as many as its memory holds, or fewer if it says so. */
final class SocketRoom {

  SocketRoom() {}

  @Produces
  @Singleton
  static SocketPlaces places(SocketConfig config, GatewayMemory memory) {
    Share share = memory.sockets();
    long bytes = config.memory().asLongValue();
    int fitting = Math.toIntExact(Math.min(Integer.MAX_VALUE, share.ceiling() / bytes));
    return new SocketPlaces(
        Math.min(config.maxSockets().orElse(Integer.MAX_VALUE), fitting),
        config.perUser(),
        config.grace(),
        share,
        bytes,
        InstantSource.system());
  }
}
