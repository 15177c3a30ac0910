package org.medicscribe.storage.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How messages leave. */
@ConfigMapping(prefix = "medic-scribe.outbox")
interface OutboxConfig {

  /** Messages sent at once, each of another encounter. */
  @WithDefault("100")
  int batch();
}
