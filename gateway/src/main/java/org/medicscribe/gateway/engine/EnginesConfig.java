package org.medicscribe.gateway.engine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the gateway learns which engines serve; where it asks is the setting of the clients. */
@ConfigMapping(prefix = "gateway.engines")
interface EnginesConfig {

  /** How long after an answer, or after its absence, it asks again. */
  @WithDefault("2s")
  Duration askEvery();
}
