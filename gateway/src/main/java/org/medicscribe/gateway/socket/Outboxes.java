package org.medicscribe.gateway.socket;

import jakarta.inject.Singleton;
import org.medicscribe.gateway.memory.GatewayMemory;
import org.medicscribe.memory.Share;

/** Opens the sending sides of sockets, all within one share of memory. */
@Singleton
class Outboxes {

  private final FrameCodec codec;
  private final SocketConfig.Outgoing config;
  private final Share memory;

  Outboxes(FrameCodec codec, SocketConfig config, GatewayMemory memory) {
    this.codec = codec;
    this.config = config.outgoing();
    this.memory = memory.updates();
  }

  Outbox open(Outlet outlet) {
    return new Outbox(outlet, codec, config, memory);
  }
}
