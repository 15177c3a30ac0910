package org.medicscribe.gateway.memory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much memory the gateway lends. */
@ConfigMapping(prefix = "gateway.memory")
public interface MemoryConfig {

  /** The part of the heap, above 0 and below 1, that is lent to what comes from outside. */
  @WithDefault("0.5")
  double part();
}
