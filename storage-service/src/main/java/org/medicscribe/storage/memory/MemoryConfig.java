package org.medicscribe.storage.memory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much memory is lent to what comes from outside. */
@ConfigMapping(prefix = "medic-scribe.memory")
interface MemoryConfig {

  /** The part of the heap, above 0 and below 1, that is lent; the rest is the service's own. */
  @WithDefault("0.6")
  double heapPart();
}
