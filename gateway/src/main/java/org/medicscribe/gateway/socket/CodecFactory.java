package org.medicscribe.gateway.socket;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the codec with the limits of this installation. */
final class CodecFactory {

  CodecFactory() {}

  @Produces
  @Singleton
  static FrameCodec codec(SocketConfig config) {
    return new FrameCodec(Math.toIntExact(config.maxText().asLongValue()));
  }
}
