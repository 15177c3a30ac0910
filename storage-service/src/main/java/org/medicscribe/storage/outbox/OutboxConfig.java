package org.medicscribe.storage.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How messages leave. */
@ConfigMapping(prefix = "medic-scribe.outbox")
interface OutboxConfig {

  /** Messages sent at once, each of another encounter. */
  @WithDefault("100")
  int batch();

  /** How often to look for what a crash or an outage left behind. */
  @WithDefault("1s")
  Duration poll();
}
